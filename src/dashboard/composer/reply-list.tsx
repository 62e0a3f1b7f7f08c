import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { Talk } from '../conversation/talk';
import type { Desk } from '../desk/desk';
import { languageName } from '../parts/format';
import type { Kept } from '../settings/kept';
import { composer } from '../words/en/composer';
import { filledReplies } from './filled';
import { fitting } from './fitting';
import { repliesOf } from './replies';
import { Suggestions } from './suggestions';
import type { Listing, Opened } from './trigger';

export interface ReplyListProps {
  listing: Listing;
  opened: Opened;
  id: string;
  talk: Talk;
  desk: Desk;
  kept: Kept;
  onPick: (text: string) => void;
}

/** Saved replies, in the customer's language and filled in: what is chosen is what will stand in the field. */
export function ReplyList({ listing, opened, id, talk, desk, kept, onPick }: ReplyListProps) {
  const replies = repliesOf(desk.store);
  useEffect(() => void replies.freshen(), [replies]);
  const state = talk.state.value;
  const customer = state?.customer;
  const all = replies.list.value;
  const choices = filledReplies(fitting(all ?? [], opened.typed), state, desk, kept);
  const has = customer !== undefined && (all !== null || replies.failed.value !== '');
  // Somebody who writes "/ month" looks for nothing.
  const over = has && choices.length === 0 && opened.typed.includes(' ');
  useLayoutEffect(() => {
    if (has) listing.known.add('replies');
    if (over) listing.close();
  }, [listing, has, over]);
  if (!customer || !has || over) return null;
  const spoken = customer.lang.toLowerCase().split('-')[0];
  return (
    <Suggestions
      listing={listing}
      id={id}
      label={composer.savedReplies}
      choices={choices}
      none={all ? none(all.length, desk.store) : replies.failed.value}
      keyOf={({ reply }) => reply.id}
      show={({ reply, lang, text }) => (
        <>
          <code>
            /<bdi>{reply.name}</bdi>
          </code>
          <p class="cutoff" dir="auto" lang={lang}>
            {text}
          </p>
          {lang !== spoken && <small>{languageName(lang)}</small>}
        </>
      )}
      onPick={({ reply, text }) => {
        onPick(text);
        talk.draft.used.add(reply.id);
      }}
    />
  );
}

const none = (known: number, store: string) =>
  known > 0
    ? composer.noReplyMatches
    : composer.noReplies({ a: (inside) => <a href={`/dashboard/${store}/settings/replies`}>{inside}</a> });
