import { connected } from '../chat';
import { kept, page } from '../host';
import { later } from '../later';

/** The menu and what it leads to; what is heard. No part of the first paint: fetched once there is a line. */
export const more = later(
  () => import('./more'),
  () => connected.value && (page.value?.open || kept.value.sound),
);
