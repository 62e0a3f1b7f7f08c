import { type Answer, ask } from '../session/api';

export const renameStore = (store: string, name: string): Promise<Answer<{ name: string }>> =>
  ask(() =>
    fetch(`/api/stores/${store}/name`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name }),
    }),
  );
