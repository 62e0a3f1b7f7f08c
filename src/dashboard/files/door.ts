import { hc } from 'hono/client';
import type { FilesApi } from '../../routes/files';
import { ask } from '../session/api';

const routes = hc<FilesApi>(location.origin).api.stores[':store'].conversations[':conversation'].files;

/** Where a file is posted. */
export const uploadAddress = (store: string, conversation: string): string =>
  routes.$url({ param: { store, conversation } }).pathname;

export const getLinks = (store: string, conversation: string, files: string[]) =>
  ask(() => routes.links.$post({ param: { store, conversation }, json: { files } }));
