import { takesFiles } from '../chat';
import { later } from '../later';

/** Choosing, sending and showing files, where they can be sent. */
export const filesPart = later(
  () => import('./files'),
  () => takesFiles.value,
  'files',
);
