// A bot of a merchant's own. BATON=https://chat.shop.example SECRET=whsec_… KEY=bot_… PORT=8080 node bot.mjs
import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';

const { BATON, SECRET = '', KEY, PORT = '8080' } = process.env;
const webhook = new Webhook(SECRET);

async function say(conversation, what, body) {
  const answer = await fetch(`${BATON}/api/bot/conversations/${conversation}/${what}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  // 409: a person answers by now, and what the bot has to say is not needed any more.
  if (!answer.ok && answer.status !== 409) console.error(answer.status, await answer.text());
}

async function reply({ conversation, turn, message }) {
  if (/bulk|wholesale/i.test(message.text)) {
    return say(conversation, 'handoff', { turn, reason: 'rule', summary: 'Asks about a bulk order.' });
  }
  await say(conversation, 'typing', { turn, on: true });
  // The same id for the same message: should a call come twice, the customer reads one answer.
  const id = `reply-${String(message.seq).padStart(6, '0')}`;
  const text = 'I am a small bot. Is it about a bulk order?';
  await say(conversation, 'answers', { turn, id, re: message.seq, text, replies: ['A bulk order', 'Nothing else'] });
}

createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  try {
    const event = webhook.verify(body, request.headers);
    // Taken at once; the answer comes through the API.
    response.writeHead(204).end();
    if (event.type === 'message') await reply(event.data);
  } catch {
    if (!response.headersSent) response.writeHead(401).end();
  }
}).listen(Number(PORT));
