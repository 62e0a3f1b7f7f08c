import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A model's API over real HTTP, beside the tests: speaks OpenAI's chat completions, streamed or not, and misbehaves if told
 * to. Each test has a model name of its own.
 * POST /v1/chat/completions · POST /plan {model, answers} (what the next requests are answered) · GET /asked?model=…
 */

export interface ModelAnswer {
  /** Streamed in these pieces. */
  text?: string[];
  calls?: { name: string; input: unknown }[];
  /** An error instead of an answer. */
  status?: number;
  /** Nothing comes any more: before the first piece, or after the last. */
  stalls?: 'before' | 'after';
  /** The connection ends after the last piece, without the end of an answer. */
  cut?: boolean;
  /** Bytes that are no answer at all. */
  garbage?: boolean;
  /** OpenAI's own field for "I will not". */
  refusal?: string;
  finish?: string;
  usage?: { in: number; out: number };
}

export interface ModelAsked {
  authorization: string;
  body: {
    model: string;
    stream?: boolean;
    tool_choice?: unknown;
    tools?: { function: { name: string; parameters: unknown } }[];
    messages: { role: string; content: unknown; tool_calls?: { function: { name: string; arguments: string } }[] }[];
  };
}

let started: Promise<string> | null = null;

/** @returns its origin; it ends with the process */
export function startModelApi(): Promise<string> {
  started ??= listen();
  return started;
}

async function read(request: IncomingMessage): Promise<string> {
  request.setEncoding('utf8');
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

async function listen(): Promise<string> {
  const plans = new Map<string, ModelAnswer[]>();
  const asked = new Map<string, ModelAsked[]>();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://model.example');
    // Pages of a shop, for whoever looks whether the chat stands on them.
    const html = url.searchParams.get('html');
    const to = url.searchParams.get('to');
    if (url.pathname === '/page' && html !== null)
      return response.writeHead(200, { 'content-type': 'text/html' }).end(html);
    if (url.pathname === '/sent' && to !== null) return response.writeHead(301, { location: to }).end();
    if (url.pathname === '/gone') return response.writeHead(404).end();
    const body = await read(request);
    const say = (status: number, value: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (url.pathname === '/plan') {
      const { model, answers } = JSON.parse(body) as { model: string; answers: ModelAnswer[] };
      plans.set(model, [...(plans.get(model) ?? []), ...answers]);
      return say(200, {});
    }
    if (url.pathname === '/asked') return say(200, asked.get(url.searchParams.get('model') ?? '') ?? []);
    if (url.pathname !== '/v1/chat/completions') return say(404, { error: { message: 'No such path' } });
    const wanted = JSON.parse(body) as ModelAsked['body'];
    const { authorization = '' } = request.headers;
    asked.set(wanted.model, [...(asked.get(wanted.model) ?? []), { authorization, body: wanted }]);
    const answer = plans.get(wanted.model)?.shift() ?? { status: 500 };
    if (answer.status) return say(answer.status, { error: { message: `Planned: sk-secret in the message` } });
    if (answer.stalls === 'before') return;
    if (wanted.stream) stream(response, answer);
    else say(200, whole(answer));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const callsOf = ({ calls = [] }: ModelAnswer) =>
  calls.map(({ name, input }, index) => ({
    index,
    id: `call-${name}-${index}`,
    type: 'function',
    function: { name, arguments: JSON.stringify(input) },
  }));

const usageOf = ({ usage = { in: 100, out: 20 } }: ModelAnswer) => ({
  prompt_tokens: usage.in,
  completion_tokens: usage.out,
  total_tokens: usage.in + usage.out,
});

const finishOf = ({ finish, calls = [] }: ModelAnswer) => finish ?? (calls.length > 0 ? 'tool_calls' : 'stop');

function whole(answer: ModelAnswer) {
  const message = { role: 'assistant', content: answer.text?.join('') ?? null, tool_calls: callsOf(answer) };
  return { id: 'whole', choices: [{ index: 0, message, finish_reason: finishOf(answer) }], usage: usageOf(answer) };
}

function stream(response: ServerResponse, answer: ModelAnswer): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const event = (value: unknown) => response.write(`data: ${JSON.stringify(value)}\n\n`);
  const delta = (of: unknown, finish: string | null = null) =>
    event({ id: 'one', choices: [{ index: 0, delta: of, finish_reason: finish }] });
  if (answer.garbage) {
    response.write('data: {"choices": [{"delta": {"content": \n\n');
    response.end('<html>Bad gateway</html>');
    return;
  }
  for (const content of answer.text ?? []) delta({ role: 'assistant', content });
  if (answer.refusal) delta({ refusal: answer.refusal });
  for (const call of callsOf(answer)) delta({ tool_calls: [call] });
  if (answer.stalls === 'after') return;
  if (answer.cut) {
    response.end();
    return;
  }
  delta({}, finishOf(answer));
  event({ id: 'one', choices: [], usage: usageOf(answer) });
  response.end('data: [DONE]\n\n');
}
