import { type StaffLanguage, staffWords } from '../../words/words';
import { Button, Heading, renderMail, SmallPrint, Words } from './layout';
import type { Mail } from './mail';

interface SignInLink {
  to: string;
  name: string;
  url: string;
  minutes: number;
  language: StaffLanguage;
}

/** The link that somebody asked for on the sign-in page. */
export async function signInMail({ to, name, url, minutes, language }: SignInLink): Promise<Mail> {
  const { signIn: say } = (await staffWords(language)).mails;
  const once = say.once(minutes);
  const html = await renderMail({
    lang: language,
    from: 'Baton',
    preview: once,
    children: (
      <>
        <Heading>{say.subject}</Heading>
        <Words>
          {say.hello(name)} {say.about} {once}
        </Words>
        <Button href={url}>{say.button}</Button>
        <SmallPrint>{say.unasked}</SmallPrint>
      </>
    ),
  });
  const text = `${say.hello(name)}\n\n${say.about}\n${url}\n\n${once}\n\n--\n${say.unasked}\n`;
  return { to, subject: say.subject, html, text };
}
