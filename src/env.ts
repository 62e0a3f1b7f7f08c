import type { Conversation } from './conversation/conversation';
import type { Desk } from './desk/desk';

/** Bindings and configuration of the Worker. Everything marked optional may be absent on a fresh deployment. */
export interface Env {
  DB: D1Database;
  KV: KVNamespace;
  ASSETS: Fetcher;
  CONVERSATION: DurableObjectNamespace<Conversation>;
  DESK: DurableObjectNamespace<Desk>;
  VISITOR_LIMIT?: RateLimit;
  BOT_LIMIT?: RateLimit;
  API_LIMIT?: RateLimit;
  /** The one secret that signs tokens and sessions, at least 32 characters. Without it Baton says "setting up". */
  AUTH_SECRET?: string;
  /** While set, whoever knows it can create the first store, or sign in as an owner, at /setup. */
  SETUP_KEY?: string;
  /** The mail API (Resend's): base URL, key and sender address. */
  MAIL_API_URL?: string;
  MAIL_API_KEY?: string;
  MAIL_FROM?: string;
  /** `reply@chat.shop.example`, whose mail comes to this Worker; without it mails to customers cannot be answered. */
  MAIL_REPLY_TO?: string;
  /** Where links in alerts lead (`https://chat.shop.example`); without it, where the team last opened the dashboard. */
  BATON_ORIGIN?: string;
  /** Where photos and files are kept, if the operator bound it: without it nobody can send any. */
  FILES?: R2Bucket;
  /** Workers AI, where the operator bound it: models without an address and a key of the merchant's. */
  AI?: Ai;
  /** Origins that merchants' URLs may name although they are private, separated by commas; `*`: all. For development. */
  PRIVATE_URLS?: string;
  /** Resolves names of merchants' URLs, as DNS over HTTPS that answers in JSON; without it Cloudflare's. */
  DOH_URL?: string;
  /** Present in development only: links in answers point to where the dev server listens. */
  DEV?: string;
}
