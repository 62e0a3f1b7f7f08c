import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { setPriority } from 'node:os';

/**
 * What `attack.ts` lets loose, in a process of its own: says when it has begun, and how it went when it is asked. It takes
 * what this machine has left: elsewhere it would run on a machine of its own.
 */

export interface AttackOn {
  origin: string;
  /** A visitor's token: it holds, so the attacker gets in. */
  token: string;
}

setPriority(19);
const { origin, token } = JSON.parse(process.argv[2] ?? '') as AttackOn;
const PROTOCOLS = ['baton.v1', `token.${token}`];
/** Node's takes headers too; the address is what the platform would say. */
const OPTIONS = { protocols: PROTOCOLS, headers: { 'cf-connecting-ip': '203.0.113.7' } } as unknown as string[];
/** Frames that may wait in this process: more would only fill its memory. */
const AHEAD = 1 << 16;

let sent = 0;
let closed = 0;
const begun = performance.now();

function flood(): void {
  const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/widget/socket`, OPTIONS);
  const shout = () => {
    if (socket.readyState !== WebSocket.OPEN) return;
    for (let i = 0; i < 200 && socket.bufferedAmount < AHEAD; i++) {
      sent += 1;
      socket.send(
        JSON.stringify({ type: 'send', id: `attack-${sent}-${begun.toFixed(0)}`, text: 'Let me in! '.repeat(300) }),
      );
    }
    setImmediate(shout);
  };
  socket.addEventListener('open', shout);
  socket.addEventListener('error', () => {});
  socket.addEventListener('close', () => {
    closed += 1;
    setImmediate(flood);
  });
}

/** A raw socket whose answers nobody takes out of the kernel. */
function neverRead(): void {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname, () => {
    socket.pause();
    socket.write(
      `${[
        'GET /widget/socket HTTP/1.1',
        `Host: ${hostname}:${port}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
        `Sec-WebSocket-Protocol: ${PROTOCOLS.join(', ')}`,
      ].join('\r\n')}\r\n\r\n`,
    );
  });
  socket.on('error', () => {});
}

neverRead();
flood();
setTimeout(() => process.send?.('begun'), 500);
process.on('message', () => {
  process.send?.({ perSecond: (sent * 1_000) / (performance.now() - begun), closed });
});
