import { type Connection, type ConnectionContext, getServerByName, Server } from 'partyserver';

/** The same as the bare object's talk, upon a library that many build on. */

interface PartyEnv extends Cloudflare.Env {
  PARTY: DurableObjectNamespace<Party>;
}

export class Party extends Server<PartyEnv> {
  static override options = { hibernate: true };
  #seq = 0;

  override onStart(): void {
    const { sql } = this.ctx.storage;
    sql.exec(`CREATE TABLE IF NOT EXISTS message (
      sender TEXT NOT NULL, id TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, text TEXT NOT NULL,
      PRIMARY KEY (sender, id)
    ) WITHOUT ROWID`);
    this.#seq = sql.exec<{ n: number }>('SELECT ifnull(max(seq), 0) AS n FROM message').one().n;
  }

  override getConnectionTags(_: Connection, { request }: ConnectionContext): string[] {
    return [new URL(request.url).searchParams.get('as') ?? ''];
  }

  override onMessage(connection: Connection, data: string): void {
    const { id, text } = JSON.parse(data) as { id: string; text: string };
    const sender = connection.tags[1] ?? '';
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
      const message = { seq: this.#seq, at, sender, id, text };
      this.broadcast(JSON.stringify({ type: 'message', message }), [connection.id]);
    }
    connection.send(JSON.stringify({ type: 'ack', id, seq: this.#seq, at }));
  }
}

/** `/talk/{name}?as={who}`. */
export default {
  async fetch(request: Request, env: PartyEnv): Promise<Response> {
    const [, , name = ''] = new URL(request.url).pathname.split('/');
    return (await getServerByName(env.PARTY, name)).fetch(request);
  },
};
