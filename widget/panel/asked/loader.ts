import { effect, signal } from '@preact/signals';
import { connected, phase, thread } from '../chat';

/** What only a customer meets who asked for a person, or is given answers to choose from. Null until then: it is no part of the first paint. */
export const parts = signal<typeof import('./parts') | null>(null);

const wanted = () =>
  connected.value &&
  (phase.value.is !== 'assistant' ||
    thread.value.messages.some((m) => (m.kind === 'assistant' ? m.replies || m.asks : m.kind === 'event')));

// What could not be fetched is tried again with the next message or connection.
effect(() => {
  if (wanted() && !parts.peek()) void fetchParts();
});

async function fetchParts(): Promise<void> {
  try {
    parts.value = await import('./parts');
  } catch {}
}
