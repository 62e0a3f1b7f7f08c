import { DurableObject } from 'cloudflare:workers';

/**
 * What Baton is measured against: an object that inserts, leaves out what it has already, and broadcasts. No token, no
 * schema, no order between kinds, no deadline that means anything, no outbox.
 */

interface BareEnv {
  TALK: DurableObjectNamespace<Talk>;
  LIST: DurableObjectNamespace<List>;
}

interface Frame {
  type: 'send' | 'request';
  id: string;
  text: string;
}

/** One conversation. */
export class Talk extends DurableObject<BareEnv> {
  #seq: number;

  constructor(ctx: DurableObjectState, env: BareEnv) {
    super(ctx, env);
    ctx.storage.sql.exec(`CREATE TABLE IF NOT EXISTS message (
      sender TEXT NOT NULL, id TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, text TEXT NOT NULL,
      PRIMARY KEY (sender, id)
    ) WITHOUT ROWID`);
    this.#seq = ctx.storage.sql.exec<{ n: number }>('SELECT ifnull(max(seq), 0) AS n FROM message').one().n;
  }

  override fetch(request: Request): Response {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server, [new URL(request.url).searchParams.get('as') ?? '']);
    return new Response(null, { status: 101, webSocket: client });
  }

  override async webSocketMessage(socket: WebSocket, data: string): Promise<void> {
    const { type, id, text } = JSON.parse(data) as Frame;
    const [sender = ''] = this.ctx.getTags(socket);
    const at = Date.now();
    const { rowsWritten } = this.ctx.storage.sql.exec(
      'INSERT INTO message (sender, id, seq, at, text) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
      sender,
      id,
      this.#seq + 1,
      at,
      text,
    );
    if (rowsWritten > 0) {
      this.#seq += 1;
      const frame = JSON.stringify({ type: 'message', message: { seq: this.#seq, at, sender, id, text } });
      for (const other of this.ctx.getWebSockets()) if (other !== socket) other.send(frame);
    }
    socket.send(JSON.stringify({ type: 'ack', id, seq: this.#seq, at }));
    if (type !== 'request') return;
    void this.ctx.storage.setAlarm(at + 3_600_000);
    const { list = '', name = '' } = JSON.parse(text) as { list?: string; name?: string };
    await this.env.LIST.get(this.env.LIST.idFromName(list)).waiting(name, at);
  }

  override webSocketClose(socket: WebSocket): void {
    socket.close();
  }

  override alarm(): void {}
}

/** A shop's list of those who wait, and the dashboards that show it. */
export class List extends DurableObject<BareEnv> {
  constructor(ctx: DurableObjectState, env: BareEnv) {
    super(ctx, env);
    ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS row (id TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID');
  }

  override fetch(): Response {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }

  waiting(id: string, at: number): void {
    this.ctx.storage.sql.exec('INSERT INTO row (id, at) VALUES (?, ?) ON CONFLICT DO NOTHING', id, at);
    const frame = JSON.stringify({ type: 'row', row: { id, at, status: 'pending' } });
    for (const socket of this.ctx.getWebSockets()) socket.send(frame);
  }

  override webSocketMessage(): void {}

  override webSocketClose(socket: WebSocket): void {
    socket.close();
  }
}

/** `/talk/{name}?as={who}` and `/list/{name}`. */
export default {
  fetch(request: Request, env: BareEnv): Promise<Response> {
    const [, kind, name = ''] = new URL(request.url).pathname.split('/');
    const stub = kind === 'list' ? env.LIST.get(env.LIST.idFromName(name)) : env.TALK.get(env.TALK.idFromName(name));
    return stub.fetch(request);
  },
};
