import { useId } from 'preact/hooks';
import { textFor } from '../../../domain/saved-replies';
import type { SavedReply } from '../../composer/door';
import { languageName, plural } from '../../parts/format';
import { Icon } from '../../parts/icons';
import { Menu } from '../../parts/menu';

interface ReplyRowsProps {
  title: string;
  about: string;
  replies: readonly SavedReply[];
  none: string;
  /** The store's first language. */
  first: string;
  mayChange: boolean;
  onChange: (reply: SavedReply) => void;
  onRemove: (reply: SavedReply) => void;
}

/** Some of the saved replies, each as it was written. */
export function ReplyRows({ title, about, replies, none, first, mayChange, onChange, onRemove }: ReplyRowsProps) {
  const id = useId();
  return (
    <section class="reply-part" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <p>{about}</p>
      {replies.length === 0 ? (
        <p class="hint after">{none}</p>
      ) : (
        <ul class="replies" aria-labelledby={id}>
          {replies.map((reply) => {
            const shown = textFor(reply.texts, first, first);
            return (
              <li key={reply.id}>
                <code>
                  /<bdi>{reply.name}</bdi>
                </code>
                <div class="t">
                  <p class="text" dir="auto" lang={shown?.lang}>
                    {shown?.text}
                  </p>
                  <p class="hint">{factsOf(reply)}</p>
                </div>
                {mayChange && (
                  <Menu
                    label={`More for /${reply.name}`}
                    class="icon-btn"
                    opens="below"
                    items={[
                      { label: 'Change', run: () => onChange(reply) },
                      { label: 'Remove', run: () => onRemove(reply) },
                    ]}
                  >
                    <Icon name="dots" />
                  </Menu>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

const date = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

function factsOf({ texts, uses, updatedAt, updatedBy, shared }: SavedReply): string {
  const by = shared && updatedBy ? ` by ${updatedBy}` : '';
  return [
    Object.keys(texts).map(languageName).join(', '),
    uses === 0 ? 'Not sent yet' : `Sent ${plural(uses, 'time', 'times')}`,
    `Changed ${date.format(updatedAt)}${by}`,
  ].join(' · ');
}
