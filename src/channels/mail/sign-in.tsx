import { Button, Heading, renderMail, SmallPrint, Words } from './layout';
import type { Mail } from './mail';

/** The link that somebody asked for on the sign-in page. */
export async function signInMail(link: { to: string; name: string; url: string; minutes: number }): Promise<Mail> {
  const { to, name, url, minutes } = link;
  const once = `The link works once, for ${minutes} minutes.`;
  const unasked = 'You did not ask for this? Then nothing happens, and you can delete this email.';
  const html = await renderMail({
    from: 'Baton',
    preview: once,
    children: (
      <>
        <Heading>Sign in to Baton</Heading>
        <Words>
          Hello {name}. This takes you to your chats. {once}
        </Words>
        <Button href={url}>Sign in</Button>
        <SmallPrint>{unasked}</SmallPrint>
      </>
    ),
  });
  const text = `Hello ${name},\n\nsign in to Baton:\n${url}\n\n${once}\n\n--\n${unasked}\n`;
  return { to, subject: 'Sign in to Baton', html, text };
}
