import { type StaffLanguage, staffWords } from '../../words/words';
import { Button, Heading, renderMail, SmallPrint, Words } from './layout';
import type { Mail } from './mail';

interface PasskeyAdded {
  to: string;
  name: string;
  /** Of the passkey. */
  passkey: string;
  /** The dashboard. */
  url: string;
  language: StaffLanguage;
}

/** Tells somebody of a new way into their account: whoever reads their mail could have made it. */
export async function passkeyAddedMail({ to, name, passkey, url, language }: PasskeyAdded): Promise<Mail> {
  const { passkeyAdded: say, signIn } = (await staffWords(language)).mails;
  const about = say.about(passkey);
  const html = await renderMail({
    lang: language,
    from: 'Baton',
    preview: about,
    children: (
      <>
        <Heading>{say.subject}</Heading>
        <Words>
          {signIn.hello(name)} {about}
        </Words>
        <Button href={url}>{say.button}</Button>
        <SmallPrint>{say.notYou}</SmallPrint>
      </>
    ),
  });
  const text = `${signIn.hello(name)}\n\n${about}\n\n${say.button}:\n${url}\n\n--\n${say.notYou}\n`;
  return { to, subject: say.subject, html, text };
}
