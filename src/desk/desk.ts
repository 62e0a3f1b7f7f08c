import { DurableObject } from 'cloudflare:workers';
import type { Env } from '../env';

export class Desk extends DurableObject<Env> {}
