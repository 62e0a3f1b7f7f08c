import { useSignal } from '@preact/signals';
import type { StaffPerson, StaffState } from '../../protocol/staff';
import type { Talk } from '../conversation/talk';
import { dueWords, isDue } from '../follow-ups/due';
import { day, firstName, time } from '../parts/format';
import { Icon } from '../parts/icons';
import { Warning } from '../parts/parts';
import { clock } from '../session/clock';
import { common } from '../words/en/common';
import { followUps } from '../words/en/follow-ups';
import { putCheckIn } from './door';
import { TendButtons } from './tend-buttons';

type LaterOf = NonNullable<StaffState['later']>;

interface LaterProps {
  talk: Talk;
  state: StaffState;
  onAsk: (what: 'reminder' | 'check-in') => void;
}

/** What the team sees to later in this conversation: what is owed, reminders, a check-in. */
export function LaterFacts({ talk, state, onAsk }: LaterProps) {
  const failed = useSignal('');
  const { later = {}, handoff } = state;
  const where = { store: talk.store, conversation: talk.id };
  const me = talk.me.value;
  const checkIn = standing(later.checkIn, talk);
  const mayPlan = handoff?.status === 'ended' && handoff.outcome === 'resolved' && !checkIn;
  const callOff = async () => {
    if (!checkIn) return;
    const answer = await putCheckIn(where, { handoff: checkIn.handoff, plan: null });
    failed.value = answer.ok ? '' : answer.message;
  };
  return (
    <section class="later" aria-label={followUps.later}>
      <h3>{followUps.later}</h3>
      <ul aria-label={followUps.later}>
        {later.followUp && (
          <li>
            <Line icon="owed" at={later.followUp.dueAt} owner={later.followUp.owner} me={me}>
              {followUps.owed}
            </Line>
            <TendButtons
              where={where}
              of={{ is: 'follow_up', handoff: later.followUp.handoff }}
              owner={later.followUp.owner?.id ?? null}
              me={me}
              what={followUps.theFollowUp}
            />
          </li>
        )}
        {later.reminders?.map((one) => (
          <li key={one.n}>
            <Line icon="alarm" at={one.at} owner={one.owner} me={me}>
              {one.line}
            </Line>
            <TendButtons
              where={where}
              of={{ is: 'reminder', n: one.n }}
              owner={one.owner?.id ?? null}
              me={me}
              what={followUps.quoted({ line: one.line })}
            />
          </li>
        ))}
        {checkIn && (
          <li>
            <div class="t">
              <span dir="auto">{checkIn.text}</span>
              <small class="hint">{checkInBy(checkIn, me)}</small>
            </div>
            <button class="btn sm" type="button" onClick={() => void callOff()}>
              {followUps.callOff}
            </button>
          </li>
        )}
      </ul>
      {failed.value && <Warning>{failed.value}</Warning>}
      <div class="adds">
        <button class="btn plain sm" type="button" onClick={() => onAsk('reminder')}>
          <Icon name="plus" />
          {followUps.setReminder}
        </button>
        {mayPlan && (
          <button class="btn plain sm" type="button" onClick={() => onAsk('check-in')}>
            <Icon name="plus" />
            {followUps.planCheckIn}
          </button>
        )}
      </div>
    </section>
  );
}

function checkInBy({ staff, at }: NonNullable<LaterOf['checkIn']>, me: StaffPerson | null): string {
  const when = { day: day(at, clock.value), time: time(at) };
  if (staff.id === me?.id) return followUps.checkInByYou(when);
  return followUps.checkInBy({ ...when, name: firstName(staff.name) });
}

/** What the customer wrote since takes it away, before the server says so. */
function standing(checkIn: LaterOf['checkIn'], talk: Talk): LaterOf['checkIn'] {
  const wrote = talk.messages.value.findLast(({ kind }) => kind === 'customer')?.at ?? 0;
  return checkIn && wrote <= checkIn.since ? checkIn : undefined;
}

interface LineProps {
  icon: 'owed' | 'alarm';
  at: number | null;
  owner: StaffPerson | null;
  me: StaffPerson | null;
  children: string;
}

function Line({ icon, at, owner, me, children }: LineProps) {
  const due = isDue(at, clock.value);
  return (
    <div class="t">
      <span class="what" dir="auto">
        <Icon name={icon === 'alarm' ? 'clock' : icon} />
        {children}
      </span>
      <small class={`hint${due ? ' due' : ''}`}>
        {[dueWords(at, clock.value), owner && (owner.id === me?.id ? common.you : firstName(owner.name))]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </div>
  );
}
