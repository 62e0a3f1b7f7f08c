import { type StaffLanguage, staffWords } from '../../words/words';
import { Button, Heading, renderMail, SmallPrint, Words } from './layout';
import type { Mail } from './mail';

interface Invitation {
  to: string;
  name: string;
  /** Of who invited. */
  by: string;
  store: string;
  url: string;
  days: number;
  language: StaffLanguage;
}

/** Tells a new colleague that they can work for a store. */
export async function invitationMail({ to, name, by, store, url, days, language }: Invitation): Promise<Mail> {
  const { invitation: say, signIn } = (await staffWords(language)).mails;
  const once = say.once(days);
  const why = say.why(by, store);
  const html = await renderMail({
    lang: language,
    from: store,
    preview: say.preview(by),
    children: (
      <>
        <Heading>{say.heading(store)}</Heading>
        <Words>
          {signIn.hello(name)} {say.about(by, store)} {once}
        </Words>
        <Button href={url}>{signIn.button}</Button>
        <SmallPrint>{why}</SmallPrint>
      </>
    ),
  });
  const text = `${signIn.hello(name)}\n\n${say.about(by, store)}\n\n${signIn.button}:\n${url}\n\n${once}\n\n--\n${why}\n`;
  return { to, subject: say.subject(by, store), html, text };
}
