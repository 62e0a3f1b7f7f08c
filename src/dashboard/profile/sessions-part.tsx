import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { day } from '../parts/format';
import { Warning } from '../parts/parts';
import { clock } from '../session/clock';
import { profile } from '../words/en/profile';
import { endSession, getSessions, type SessionShown } from './door';

/** Where the reader is signed in, and the way out of there. */
export function SessionsPart() {
  const sessions = useSignal<readonly SessionShown[] | null>(null);
  const said = useSignal('');
  const failed = useSignal('');
  const busy = useSignal(false);
  const take = (answer: Awaited<ReturnType<typeof endSession>>) => {
    if (answer.ok) sessions.value = answer.value.sessions;
    else failed.value = answer.message;
    return answer.ok;
  };
  useEffect(() => void getSessions().then(take), []);
  const end = async (session: string | null) => {
    busy.value = true;
    failed.value = '';
    said.value = take(await endSession(session)) ? profile.signedOut : '';
    busy.value = false;
  };
  const all = sessions.value ?? [];
  const now = clock.peek();
  return (
    <section class="apart">
      <div class="part-head">
        <div class="t">
          <h3>{profile.sessions}</h3>
          <p>{profile.sessionsHint}</p>
        </div>
        {all.length > 1 && (
          <button class="btn" type="button" disabled={busy.value} onClick={() => void end(null)}>
            {profile.signOutOthers}
          </button>
        )}
      </div>
      {failed.value && <Warning>{failed.value}</Warning>}
      <ul class="rows" aria-label={profile.sessions}>
        {all.map(({ id, device, signedInAt, usedAt, here }) => {
          const what = { device: device ?? profile.unknownDevice, day: day(signedInAt, now) };
          return (
            <li key={id}>
              <span class="t">
                <span class="lbl">{what.device}</span>
                <span class="hint">{profile.used({ day: what.day, used: day(here ? now : usedAt, now) })}</span>
              </span>
              {here ? (
                <span class="badge">{profile.here}</span>
              ) : (
                <button
                  class="btn sm"
                  type="button"
                  aria-label={profile.signOutOf(what)}
                  disabled={busy.value}
                  onClick={() => void end(id)}
                >
                  {profile.signOut}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      <p class="hint after" role="status" aria-label={profile.sessions}>
        {said.value}
      </p>
    </section>
  );
}
