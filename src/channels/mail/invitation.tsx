import { Button, Heading, renderMail, SmallPrint, Words } from './layout';
import type { Mail } from './mail';

/** Tells a new colleague that they can work for a store. */
export async function invitationMail(invitation: {
  to: string;
  name: string;
  /** Of who invited. */
  by: string;
  store: string;
  url: string;
  days: number;
}): Promise<Mail> {
  const { to, name, by, store, url, days } = invitation;
  const once = `The link works once, for ${days} days. After that you can ask for a new one on the sign-in page.`;
  const why = `You get this because ${by} added this address to the team of ${store}.`;
  const html = await renderMail({
    from: store,
    preview: `${by} invited you to answer customers’ chats.`,
    children: (
      <>
        <Heading>Join {store}</Heading>
        <Words>
          Hello {name}. {by} invited you to answer the customers of {store}. {once}
        </Words>
        <Button href={url}>Sign in</Button>
        <SmallPrint>{why}</SmallPrint>
      </>
    ),
  });
  const text = `Hello ${name},\n\n${by} invited you to answer the customers of ${store}.\n\nSign in:\n${url}\n\n${once}\n\n--\n${why}\n`;
  return { to, subject: `${by} invited you to ${store}`, html, text };
}
