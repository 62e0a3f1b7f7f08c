/**
 * The closed list of refusals. A code is what programs act on, the sentence is what people read. Nothing else about a
 * failure leaves the server: no stack, no inner message.
 */
export const ERRORS = {
  bad_frame: 'This message could not be read.',
  too_large: 'This message is too long.',
  too_fast: 'That was a little fast. Please wait a moment.',
  unknown_type: 'This app asked for something that this server does not know.',
  not_allowed_now: 'That is not possible right now.',
  id_reused: 'This message was already sent with other words.',
  already_open: 'A request for a person is open already.',
  nothing_open: 'There is nothing to cancel any more.',
  taken: 'Somebody else has taken this chat.',
  already_yours: 'This chat is yours already.',
  not_yours: 'This chat is with somebody else. Take it over first.',
  handoff_over: 'This request has ended.',
  stale: 'The customer wrote something that you have not seen yet.',
  not_asked: 'There is nothing to rate.',
  rating_closed: 'The time for rating has passed.',
  unauthorized: 'Please sign in again.',
  forbidden: 'You do not have access to this.',
  not_found: 'This does not exist.',
  bad_request: 'This request could not be read.',
  hours_overlap: 'Hours on one day overlap. Change them so that each ends before the next begins.',
  closures_overlap: 'Two closures take the same day. Change one of them.',
  changed_meanwhile: 'Somebody else changed this in the meantime. Nothing of yours was saved yet.',
  last_owner: 'A store needs an owner. Make somebody else an owner first.',
  team_exists: 'There is a team with this name already.',
  too_many_stores: 'One person can own 50 stores. Make somebody else the owner of one first.',
  too_many_teams: 'A store can have 30 teams. Remove one first.',
  unsupported_version: 'This page is too old. Please reload it.',
  identity_refused: 'The shop could not say who you are. You can go on without signing in.',
  identity_expired: 'Your sign-in at the shop has run out. Please reload the page.',
  signed_out: 'You have signed out here. Please reload the page.',
  unknown_store: 'This chat is not set up for this shop.',
  setting_up: 'Baton is being set up. Please come back in a few minutes.',
  link_used: 'This sign-in link was already used, or is not complete. Ask for a new one.',
  link_expired: 'This sign-in link has run out. Ask for a new one.',
  wrong_code: 'That code is not right, or was used already. Try the next one.',
  code_locked: 'Too many wrong codes. Please try again in a quarter of an hour.',
  sign_in_again: 'You signed in more than a day ago. For this, please sign in once more.',
  challenge_over: 'That took too long, or was used already. Please try once more.',
  passkey_refused: 'This passkey could not be used here. Try another, or sign in by email.',
  too_many_passkeys: 'You can have 20 passkeys. Remove one first.',
  url_refused: 'This address cannot be used. It has to be a public address that begins with https://.',
  push_refused: 'The browser’s push service did not take it. Turn notices on this device off and on again.',
  no_workers_ai: 'Workers AI is not available on this server.',
  stale_turn: 'Somebody else answers this conversation now.',
  out_of_order: 'This part does not follow the last one. Send the whole answer instead.',
  import_over: 'This import has been taken up elsewhere, or is over. Begin it again.',
  too_many_hooks: 'A store can have 5 hooks. Remove one first.',
  too_many_keys: 'A store can have 20 API keys. Revoke one first.',
  too_many_sources: 'A store can have 50 sources. Remove one first.',
  too_many_facts: 'There is no room for more of these here. Remove one first.',
  too_many_answers: 'A store can have 500 written answers. Remove one first, or import them as a file.',
  reply_exists: 'There is a saved reply with this short name already.',
  too_many_replies: 'That is as many saved replies as there can be. Remove one first.',
  no_fallback: 'A variable in this text needs words for when it is not known, such as {customer.name|there}.',
  no_files: 'Files cannot be sent here.',
  file_empty: 'This file is empty.',
  file_too_large: 'This file is too large. A file can have 10 MB.',
  file_kind: 'Files of this kind cannot be sent. Photos, videos, PDF and office documents can.',
  file_lies: 'What is in this file is not what its name says.',
  file_dangerous: 'This file looks as if it could do harm, so it was not taken.',
  file_damaged: 'This file is damaged, or cannot be looked into.',
  picture_too_large: 'This picture has too many pixels. Send a smaller one.',
  too_many_files: 'This chat holds no more files.',
  files_today: 'No more files can be sent today. Please try again tomorrow.',
  file_gone: 'This file is no longer there. Please attach it again.',
  file_link: 'This link to a file has run out. Open the chat again to see the file.',
  unfilled: 'Something in curly braces is not filled in yet.',
  erased: 'This conversation was erased.',
  unavailable: 'Something went wrong on our side. Please try again.',
} as const;

export type ErrorCode = keyof typeof ERRORS;

const STATUS: Partial<Record<ErrorCode, 400 | 401 | 403 | 404 | 409 | 413 | 422 | 426 | 429 | 500 | 503>> = {
  too_large: 413,
  too_fast: 429,
  unauthorized: 401,
  identity_refused: 401,
  identity_expired: 401,
  signed_out: 401,
  forbidden: 403,
  not_found: 404,
  erased: 404,
  unknown_store: 404,
  bad_request: 400,
  hours_overlap: 400,
  closures_overlap: 400,
  bad_frame: 400,
  no_fallback: 400,
  no_files: 422,
  file_empty: 422,
  file_too_large: 413,
  file_kind: 422,
  file_lies: 422,
  file_dangerous: 422,
  file_damaged: 422,
  picture_too_large: 422,
  files_today: 429,
  file_link: 403,
  wrong_code: 400,
  code_locked: 429,
  sign_in_again: 403,
  passkey_refused: 422,
  url_refused: 422,
  push_refused: 422,
  no_workers_ai: 422,
  unsupported_version: 426,
  setting_up: 503,
  unavailable: 500,
};

/** The HTTP status of a refusal; what has no status of its own is a conflict with the present state (409). */
export const statusOf = (code: ErrorCode) => STATUS[code] ?? 409;

/** WebSocket close codes (4000–4999 are the application's, RFC 6455 section 7.4.2). */
export const CLOSE = {
  unauthorized: 4401,
  forbidden: 4403,
  notFound: 4404,
  /** Does not say that it read what it was sent. */
  stalled: 4408,
  erased: 4410,
  unsupportedVersion: 4426,
  tooFast: 4429,
};

/** What an HTTP answer carries when something is refused. */
export interface ErrorBody {
  error: { code: ErrorCode; message: string };
  /** With `changed_meanwhile`: what stands there now (src/settings/audit.ts). */
  newer?: unknown;
}

export const errorBody = (code: ErrorCode, newer?: unknown): ErrorBody => ({
  error: { code, message: ERRORS[code] },
  ...(newer !== undefined && { newer }),
});

/** Thrown by routes only; `app.ts` turns it into an answer. Decisions return refusals as values instead. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly newer?: unknown,
  ) {
    super(code);
    this.name = 'Refusal';
  }
}
