/** How we know our own words when they come back. */

/** Around the line above which an answer is written: letters that every character set and mail program keeps. */
export const MARK = '-·-·-';

const OURS_NAME = 'X-Baton-Mail';

/**
 * In mails that can be answered: what carries the first is ours, and is never taken for an answer; the second asks Exchange
 * to send no absence notes (MS-OXCMAIL 2.2.3.2.14).
 */
export const OURS = { [OURS_NAME]: 'reply', 'X-Auto-Response-Suppress': 'OOF, AutoReply' };

export const isOurs = (headers: Headers): boolean => headers.has(OURS_NAME);
