import { DurableObject } from 'cloudflare:workers';
import type { Env } from '../env';

export class Conversation extends DurableObject<Env> {}
