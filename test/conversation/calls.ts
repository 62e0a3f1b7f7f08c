import type { Env } from '../../src/env';

/** In which order an object called D1 and answered its sockets, while somebody listens. */
export const calls: string[] = [];

/** The same bindings; each call to D1 leaves a mark. */
export function heard(env: Env): Env {
  const DB = new Proxy(env.DB, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) => {
        if (key === 'prepare' || key === 'batch' || key === 'exec') calls.push('D1');
        return Reflect.apply(member, target, args) as unknown;
      };
    },
  });
  return { ...env, DB };
}

/** Leaves a mark for each frame that a socket is sent. */
export function overheard(socket: WebSocket): void {
  if (Object.hasOwn(socket, 'send')) return;
  const send = socket.send.bind(socket);
  socket.send = (data: string | ArrayBuffer) => {
    calls.push(String((JSON.parse(String(data)) as { type: unknown }).type));
    send(data);
  };
}
