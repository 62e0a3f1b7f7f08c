/** The element of the script tag's file. */
export interface Launcher extends HTMLElement {
  /** How often that file puts it back when it is taken away. Nothing: it has gone for good, and another may come. */
  tries: number;
}
/**
 * A call of the shop's page, as its first part queued it: the name, then what was given. Nothing of it was checked. `on`
 * whose event was taken out has been taken off.
 */
export type Asked = [name: string, ...given: unknown[]];
/**
 * Between the two files there is this call only, and it stays as it is: the script tag's file is cached, so it may be a
 * day older than this one.
 * @param home our own origin
 */
export type Begin = (host: Launcher, home: string, key: string, langs: string[]) => (asked: Asked) => unknown;
