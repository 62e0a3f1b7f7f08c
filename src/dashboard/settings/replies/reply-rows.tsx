import { useId } from 'preact/hooks';
import { textFor } from '../../../domain/saved-replies';
import type { SavedReply } from '../../composer/door';
import { languageName } from '../../parts/format';
import { Icon } from '../../parts/icons';
import { Menu } from '../../parts/menu';
import { common } from '../../words/en/common';
import { replies as words } from '../../words/en/replies';
import { inLanguage } from '../../words/words';

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
                    label={words.moreFor({ name: reply.name })}
                    class="icon-btn"
                    opens="below"
                    items={[
                      { label: words.change, run: () => onChange(reply) },
                      { label: common.remove, run: () => onRemove(reply) },
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

const dates = inLanguage((tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium' }));

function factsOf({ texts, uses, updatedAt, updatedBy, shared }: SavedReply): string {
  const date = dates().format(updatedAt);
  return [
    Object.keys(texts).map(languageName).join(', '),
    uses === 0 ? words.notSent : words.sent({ n: uses }),
    shared && updatedBy ? words.changedBy({ date, name: updatedBy }) : words.changed({ date }),
  ].join(' · ');
}
