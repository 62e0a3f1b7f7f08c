import type { Entry } from '../entries';
import { filesPart } from '../files/loader';
import { label, Text } from '../views/message';
import { sayAny as say } from '../words';
import { Articles, Cards } from './cards';

type MessageOf<Is extends Entry['is']> = Extract<Entry, { is: Is; message: unknown }>['message'];

/** What stands below an answer's words: how it was cut off, products, articles. */
export const Below = ({ message: { cut, cards, links } }: { message: MessageOf<'answer'> }) => (
  <>
    {cut && <p class="cut">{cut.by === null ? say('cutByAsking') : say('cutByPerson', { name: cut.by })}</p>}
    <Cards cards={cards} />
    <Articles links={links} />
  </>
);

/** A person's words, with the face beside them. */
export function Staff({ message: { from, text, at, cards, files } }: { message: MessageOf<'staff'> }) {
  const Files = filesPart.value;
  return (
    <>
      <div class="row">
        <span class="face s" aria-hidden="true">
          {from.initials}
        </span>
        <article class="msg person" aria-label={label(from.name, at)} dir="auto">
          <Text text={text} />
          {Files && <Files.Shown files={files} />}
        </article>
      </div>
      <Cards cards={cards} />
    </>
  );
}

/** Above what came while the customer was away. */
export const NewLine = () => <p class="new">{say('newMessages')}</p>;
