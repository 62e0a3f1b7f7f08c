import { ROW, reply } from './rights-bodies';

/**
 * Every route that the Worker has, and whose it is. `:name` in a path is filled with something of the store that is asked
 * about (see rights-things.ts).
 */

export type Door =
  /** Needs no account: forms, links in mail, the shop's visitors. What each lets in has tests of its own. */
  | 'open'
  /** A token in the subprotocols, not a session. See the sockets at the end of rights.test.ts. */
  | 'token'
  /** A key of the store's own bot, or of its programs. */
  | 'bot'
  /** Whoever is signed in, about themselves. */
  | 'person'
  /** Everybody of the store. */
  | 'store'
  /** Its owners and admins. */
  | 'managers'
  | 'owners'
  /** Whoever owns a store, whichever. */
  | 'an_owner';

export interface Line {
  route: string;
  door: Door;
  /** A body, or how each is made. */
  json?: unknown;
  /** What is asked after the path. */
  query?: string;
  /** How those are answered who may: a status, or what is in their way behind the door. */
  own?: string;
  /** What names something of another store, in the path of one's own, is answered; null where names are a store's own. */
  strange?: string | null;
}

const line =
  (door: Door) =>
  (route: string, how: Omit<Line, 'route' | 'door'> = {}) => ({ route, door, ...how });
const open = line('open');
const token = line('token');
const bot = line('bot');
const person = line('person');
const store = (route: string, how?: Omit<Line, 'route' | 'door'>) => line('store')(inStore(route), how);
const managers = (route: string, how?: Omit<Line, 'route' | 'door'>) => line('managers')(inStore(route), how);
const anOwner = line('an_owner');
const owners = (route: string, how?: Omit<Line, 'route' | 'door'>) => line('owners')(inStore(route), how);
const inStore = (route: string) => route.replace(' /', ' /api/stores/:store/').replace(/\/$/, '');

const GONE = { own: '404 not_found' };
const UNREAD = { own: '400 bad_request' };

export const TABLE: Line[] = [
  ...['/', '/dashboard/*', '/try/:store/*', '/panel', '/pages.css', '/unsubscribe'].map((path) => open(`GET ${path}`)),
  ...['/mail/confirm', '/mail/stop', '/sign-in', '/sign-in/code', '/setup'].map((path) => open(`GET ${path}`)),
  ...['/unsubscribe', '/mail/confirm', '/mail/stop', '/widget/session'].map((path) => open(`POST ${path}`)),
  ...['/sign-in', '/sign-in/link', '/sign-in/code', '/sign-in/passkey', '/sign-in/passkey/begin', '/setup'].map(
    (path) => open(`POST ${path}`),
  ),
  open('POST /api/auth/magic-link'),
  open('POST /api/auth/sign-out'),
  // With a test's ticket, in its body.
  open('POST /widget/test'),
  open('POST /widget/sign-out'),
  // With a code out of a mail, in its body.
  open('GET /mail/chat'),
  open('GET /mail/chat/page.js'),
  open('POST /mail/chat'),

  // A visitor's token in a header, and one in the link: see files.test.ts.
  ...['POST /widget/files', 'POST /widget/files/links', 'GET /files/:file'].map((route) => open(route)),

  token('GET /widget/socket'),
  token('GET /widget/conversations'),
  token('GET /widget/conversation'),
  token('GET /staff/desk/socket'),
  token('GET /staff/conversations/:id/socket'),

  ...['answers', 'pieces', 'typing', 'handoff'].map((what) => bot(`POST /api/bot/conversations/:conversation/${what}`)),

  ...['store', 'handoffs', 'conversations/:conversation'].map((what) => bot(`GET /api/v1/${what}`)),

  person('GET /api/me'),
  person('PUT /api/me/choices', { json: { sendWith: 'enter' } }),
  person('GET /api/me/alerts'),
  person('PUT /api/me/alerts', { json: { store: 'none', emailAlerts: true }, ...GONE }),
  person('GET /api/me/push'),
  person('PUT /api/me/push', { json: {}, ...UNREAD }),
  person('GET /api/me/profile'),
  person('PUT /api/me/profile', { json: {}, ...UNREAD }),
  person('GET /api/me/sessions'),
  person('DELETE /api/me/sessions'),
  person('GET /api/me/second-step'),
  person('POST /api/me/second-step', { json: {} }),
  ...['on', 'off', 'codes'].map((what) => person(`POST /api/me/second-step/${what}`, { json: {}, ...UNREAD })),
  person('GET /api/me/passkeys'),
  person('POST /api/me/passkeys', { json: {}, ...UNREAD }),
  // As the session of the tests says it: whether it is fresh is asked behind the door.
  person('POST /api/me/passkeys/begin', { json: {} }),
  // Somebody else's.
  person('PUT /api/me/passkeys/:passkey', { json: { name: 'Phone' }, ...GONE }),
  person('DELETE /api/me/passkeys/:passkey', GONE),
  person('DELETE /api/me/sessions/:session', GONE),
  person('DELETE /api/me/push/:device', GONE),
  person('POST /api/me/push/:device/test', { json: {}, ...GONE }),

  anOwner('POST /api/stores', {
    json: { name: 'Another', firstLanguage: 'en', timeZone: 'UTC' },
    own: '201',
  }),

  store('POST /ticket'),
  store('POST /test', { json: {} }),
  store('GET /people'),
  managers('POST /people', { json: { name: 'New', email: 'new@rights.example', role: 'agent' }, own: '201' }),
  managers('PUT /people/:person/role', { json: { role: 'agent' } }),
  owners('DELETE /people/:person/second-step'),
  // Agents come as far as their own membership.
  managers('DELETE /people/:person'),
  store('GET /conversations/:conversation/past'),
  store('GET /conversations/:conversation/record'),
  store('POST /conversations/:conversation/reminders', {
    json: { at: 2e12, line: 'Call', owner: 'tomas' },
    own: '201',
  }),
  store('POST /conversations/:conversation/tend', {
    json: { of: { is: 'reminder', n: 99 }, as: { is: 'done' } },
    own: '409 not_allowed_now',
  }),
  store('PUT /conversations/:conversation/check-in', {
    json: { handoff: 9, plan: null },
    own: '409 not_allowed_now',
  }),
  store('POST /conversations/:conversation/files', { json: {}, own: '201' }),
  store('POST /conversations/:conversation/files/links', { json: { files: ['a'.repeat(22)] } }),
  store('GET /tags'),
  store('GET /follow-ups'),
  store('GET /settings'),
  managers('PUT /settings', { json: {}, ...UNREAD }),
  managers('PATCH /settings', { json: { parts: { name: 1 } }, ...UNREAD }),
  managers('PUT /name', { json: { name: '' }, ...UNREAD }),
  managers('GET /install/seen'),
  managers('POST /install/look', { json: {}, ...UNREAD }),
  managers('GET /first-run'),
  managers('PUT /first-run', { json: {}, ...UNREAD }),
  managers('GET /changes'),
  managers('GET /changes/people'),
  store('POST /forecast', { json: {} }),
  store('POST /history/search', { json: {} }),
  store('GET /products', { query: '?q=lamp&lang=en' }),
  store('PUT /notices', { json: {}, ...UNREAD }),
  store('GET /alerts'),
  store('POST /alerts/retry', { json: { key: 'none' }, ...GONE }),

  store('GET /teams'),
  managers('POST /teams', { json: { name: '', people: [] }, ...UNREAD }),
  managers('PUT /teams/:team', { json: { name: '', people: [] }, ...UNREAD, strange: '400 bad_request' }),
  managers('DELETE /teams/:team'),

  managers('GET /responder'),
  managers('PUT /responder/model', { json: {}, ...UNREAD }),
  managers('POST /responder/model/try'),
  managers('PUT /responder/bot', { json: {}, ...UNREAD }),
  managers('POST /responder/bot/secret', { own: '201' }),
  managers('POST /responder/bot/key', { own: '201' }),
  managers('POST /responder/bot/test'),
  managers('POST /rules/try', { json: {}, ...UNREAD }),

  store('GET /knowledge'),
  managers('POST /knowledge/imports', { json: {}, ...UNREAD }),
  managers('GET /knowledge/imports/:source/:import/known', { query: '?after=', strange: '409 import_over' }),
  managers('PUT /knowledge/imports/:source/:import/chunks/:n', { json: { rows: [ROW] }, strange: '409 import_over' }),
  managers('POST /knowledge/imports/:source/:import/finish', { json: {}, ...UNREAD, strange: '400 bad_request' }),
  // Sources are numbered in each store from one.
  managers('DELETE /knowledge/sources/:source/import', { strange: null }),
  managers('DELETE /knowledge/sources/:source', { strange: null }),
  managers('POST /knowledge/sources/:source/clean', { json: { after: '' }, strange: null }),
  store('GET /missing'),
  store('POST /missing/answered', { json: { questions: [] } }),
  managers('POST /missing/settle', { json: {}, ...UNREAD }),
  store('GET /answers'),
  managers('POST /answers', { json: {}, ...UNREAD }),
  managers('PUT /answers/:answer', { json: { question: 'Which?', others: [], answer: 'That.', lang: 'en' } }),
  managers('DELETE /answers/:answer'),

  store('GET /saved-replies'),
  store('POST /saved-replies', { json: {}, ...UNREAD }),
  store('POST /saved-replies/used', { json: { uses: [] } }),
  // Of the store: whose own it is, and that agents write none of the store's, has tests of its own.
  managers('PUT /saved-replies/:reply', { json: reply }),
  managers('DELETE /saved-replies/:reply'),

  managers('GET /privacy'),
  managers('POST /privacy/find', { json: { email: 'nobody@rights.example' } }),
  // What they name of another store's is asked in test/routes/privacy.test.ts.
  managers('POST /privacy/export', { json: {}, ...UNREAD }),
  managers('POST /privacy/erase', { json: {}, ...UNREAD }),

  managers('GET /keys'),
  managers('POST /keys', { json: {}, ...UNREAD }),
  managers('DELETE /keys/:key'),

  managers('GET /identity'),
  managers('POST /identity', { own: '201' }),
  managers('DELETE /identity/before'),
  managers('DELETE /identity'),
  managers('POST /identity/check', { json: { token: 'x' } }),

  managers('GET /hooks'),
  managers('POST /hooks', { json: {}, ...UNREAD }),
  managers('POST /hooks/retry', { json: { key: 'none' }, ...GONE }),
  managers('PUT /hooks/:hook', { json: {}, ...UNREAD, strange: '400 bad_request' }),
  managers('PUT /hooks/:hook/switch', { json: { on: false } }),
  managers('POST /hooks/:hook/secret', { own: '201' }),
  managers('POST /hooks/:hook/test'),
  managers('DELETE /hooks/:hook'),
];
