import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import * as v from 'valibot';
import type { Env } from '../../env';
import { answer, isAnswerable } from './answer';
import css from './mailbox.css';
import { type Letter, letterById, letters } from './stored';

/** What came in, to read: a list, and each mail as text and as HTML. */

type C = Context<{ Bindings: Env }>;

const POLICY =
  "default-src 'none'; style-src 'self'; frame-src 'self'; img-src data:; base-uri 'none'; form-action 'self'";
/** For what a mail brings: no script, no form, no origin; links open outside. */
const MAIL_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src https: data:";

const Typed = v.pipe(v.string(), v.minLength(1), v.maxLength(10_000));

const timeOf = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ');

async function page(c: C, title: string, children: Child, status: 200 | 404 = 200) {
  const html = await (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Mailbox`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/dev/mailbox/mailbox.css" />
      </head>
      <body>
        <main>{children}</main>
      </body>
    </html>
  );
  return c.html(`<!doctype html>${html}`, status, { 'content-security-policy': POLICY });
}

/** The text part, with its addresses as links. */
const Linked = ({ text }: { text: string }) => (
  <pre>{text.split(/(https?:\/\/[^\s<>"]+)/).map((part, i) => (i % 2 ? <a href={part}>{part}</a> : part))}</pre>
);

const Row = ({ letter }: { letter: Letter }) => (
  <li>
    <a href={`/dev/mailbox/${letter.id}`}>{letter.subject}</a>
    <span>{letter.to.join(', ')}</span>
    <time datetime={new Date(letter.at).toISOString()}>{timeOf(letter.at)}</time>
  </li>
);

/** What became of an answer, as the address says after it. */
const SAID: Record<string, string> = {
  sent: 'Your answer went out.',
  refused: 'Your answer was refused: the Worker knows no such address, or not from this sender.',
};

const Answer = ({ letter, said }: { letter: Letter; said: string | undefined }) => (
  <>
    <h2>Answer this mail</h2>
    {said && <p role="status">{said}</p>}
    <form method="post" action={`/dev/mailbox/${letter.id}/answer`}>
      <label for="text">As {letter.to[0]}</label>
      <textarea id="text" name="text" rows={5} maxlength={10_000} required />
      <button type="submit">Send</button>
    </form>
  </>
);

export const mailboxPages = new Hono<{ Bindings: Env }>()
  .get('/', async (c) => {
    const all = await letters(c.env.KV);
    return page(
      c,
      'Inbox',
      <>
        <h1>Mailbox</h1>
        <p>Every email that this server would have sent. It exists in development only.</p>
        {all.length === 0 ? (
          <p>Nothing yet.</p>
        ) : (
          <ul>
            {all.map((letter) => (
              <Row letter={letter} />
            ))}
          </ul>
        )}
      </>,
    );
  })
  .get('/mailbox.css', (c) => c.body(css, 200, { 'content-type': 'text/css; charset=utf-8' }))
  .get('/:id', async (c) => {
    const letter = await letterById(c.env.KV, c.req.param('id'));
    if (!letter) return page(c, 'Not found', <p>There is no such email.</p>, 404);
    return page(
      c,
      letter.subject,
      <>
        <p>
          <a href="/dev/mailbox">Mailbox</a>
        </p>
        <h1>{letter.subject}</h1>
        <p>
          {letter.from} to {letter.to.join(', ')}, {timeOf(letter.at)}
          {letter.replyTo && (
            <>
              <br />
              Answers go to {letter.replyTo}
            </>
          )}
        </p>
        <Linked text={letter.text} />
        {isAnswerable(letter, c.env) && <Answer letter={letter} said={SAID[c.req.query('answer') ?? '']} />}
        <h2>HTML</h2>
        <iframe
          title="HTML part"
          src={`/dev/mailbox/${letter.id}/html`}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
        />
        <h2>Headers</h2>
        <Linked
          text={Object.entries(letter.headers)
            .map(([name, value]) => `${name}: ${value}`)
            .join('\n')}
        />
      </>,
    );
  })
  .post('/:id/answer', async (c) => {
    const letter = await letterById(c.env.KV, c.req.param('id'));
    const text = v.safeParse(Typed, (await c.req.formData()).get('text'));
    if (!letter || !text.success || !isAnswerable(letter, c.env)) return c.notFound();
    const refused = await answer(letter, text.output, c.env);
    return c.redirect(`/dev/mailbox/${letter.id}?answer=${refused === null ? 'sent' : 'refused'}`, 303);
  })
  .get('/:id/html', async (c) => {
    const letter = await letterById(c.env.KV, c.req.param('id'));
    if (!letter) return c.notFound();
    // In front of the mail's own head, so that its links leave the frame.
    return c.html(letter.html.replace('<head>', '<head><base target="_blank">'), 200, {
      'content-security-policy': MAIL_POLICY,
    });
  });
