import type { QueueRow } from '../../protocol/desk';
import { called, firstName, isReaders, languageName, time } from '../parts/format';
import { Dots, Face, ReasonBadge, UrgentBadge } from '../parts/parts';
import { common } from '../words/en/common';
import { inbox } from '../words/en/inbox';
import { labels } from '../words/en/labels';
import type { Group } from './arrange';
import type { Crew } from './attention';
import { Marks, MarkWords } from './marks';
import { Wait, WaitWords } from './wait';

interface RowProps {
  row: QueueRow;
  group: Group;
  reader: Pick<Crew, 'me' | 'teams'>;
  href: string;
  open: boolean;
  /** Whether the customer composes right now. */
  writes: boolean;
  /** Its place among all of its list, where only some are drawn. */
  place?: { at: number; of: number } | undefined;
  onPoint: () => void;
}

/** One conversation in the queue. The whole row is the link; its name stays short and holds still. */
export function Row({ row, group, reader, href, open, writes, place, onPoint }: RowProps) {
  const { me } = reader;
  const description = `q-${row.id}`;
  const urgent = row.urgency === 'urgent' && group !== 'assistant';
  const reason = group === 'assistant' ? null : row.reason;
  const foreign = !isReaders(row.lang);
  return (
    <li
      class={`q${row.unread > 0 ? ' new' : ''}`}
      data-id={row.id}
      aria-posinset={place && place.at + 1}
      aria-setsize={place?.of}
      onPointerEnter={(event) => event.pointerType === 'mouse' && onPoint()}
    >
      <span class="name">
        <a
          class="cutoff"
          href={href}
          data-row={row.id}
          aria-label={`${called(row.customer)}${reason ? `, ${labels.reasons[reason]}` : ''}${urgent ? `, ${inbox.urgent}` : ''}`}
          aria-current={open ? 'true' : undefined}
          aria-describedby={description}
        >
          <bdi>{called(row.customer)}</bdi>
        </a>
        {foreign && (
          <span class="lang" aria-hidden="true">
            {row.lang}
          </span>
        )}
      </span>
      <span class="end">
        {group === 'waiting' ? <Wait since={row.waitingSince ?? row.requestedAt ?? 0} /> : null}
        {group === 'assistant' && <End row={row} group={group} />}
      </span>
      {group !== 'assistant' && (
        <>
          <span class="tags">
            {urgent && <UrgentBadge />}
            {reason && <ReasonBadge reason={reason} />}
            <Marks row={row} reader={reader} />
          </span>
          <End row={row} group={group} />
        </>
      )}
      {writes ? (
        <span class="last typing-now">
          <Dots />
          {inbox.typing}
        </span>
      ) : (
        <span class="last cutoff" dir="auto">
          {lastLine(row, me)}
        </span>
      )}
      <span class="sr" id={description}>
        <Described row={row} group={group} me={me} />
        {foreign && `, ${languageName(row.lang)}`}
        {group !== 'assistant' && <MarkWords row={row} reader={reader} />}
        {writes && `, ${inbox.isTyping}`}
      </span>
    </li>
  );
}

const End = ({ row, group }: { row: QueueRow; group: Group }) => (
  <span class="end">
    {row.unread > 0 && group !== 'assistant' && (
      <span class="count" aria-hidden="true">
        {row.unread > 99 ? '99+' : row.unread}
      </span>
    )}
    {group === 'team' && row.assignee && <Face initials={row.assignee.initials} staff size="s" />}
    {group !== 'waiting' && row.last && <span class="num">{time(row.last.at)}</span>}
  </span>
);

const who = (row: QueueRow, me: string | null): string => {
  if (row.last?.from !== 'staff') return row.last?.from === 'assistant' ? common.assistant : '';
  const mine = row.assignee?.id === me && row.assignee?.name === row.last.name;
  return mine || !row.last.name ? common.you : firstName(row.last.name);
};

function lastLine(row: QueueRow, me: string | null): string {
  if (!row.last) return '';
  const from = who(row, me);
  return from ? `${from}: ${row.last.text}` : row.last.text;
}

const wroteAt = (name: string, at: string): string =>
  name ? inbox.wrote({ name, time: at }) : inbox.customerWrote({ time: at });

/** What a screen reader says after the row's name. */
function Described({ row, group, me }: { row: QueueRow; group: Group; me: string | null }) {
  const unread = row.unread > 0 && group !== 'assistant' ? inbox.unreadCount({ n: row.unread }) : '';
  if (group === 'waiting') {
    return (
      <>
        <WaitWords since={row.waitingSince ?? row.requestedAt ?? 0} />
        {unread && `, ${unread}`}
      </>
    );
  }
  const wrote = row.last && wroteAt(who(row, me), time(row.last.at));
  const withWhom = group === 'team' && row.assignee ? inbox.withName({ name: firstName(row.assignee.name) }) : '';
  const parts = [withWhom, unread, wrote];
  return <>{parts.filter(Boolean).join(', ')}</>;
}
