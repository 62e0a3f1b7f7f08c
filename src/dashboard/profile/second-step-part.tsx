import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Later } from '../parts/later';
import { Warning } from '../parts/parts';
import { secondStep } from '../words/en/second-step';
import { type Begun, beginSecondStep, getSecondStep, newBackupCodes, turnSecondStep } from './door';

const loadBegin = () => import('./second-step-dialogs').then((dialogs) => dialogs.BeginDialog);
const loadCode = () => import('./second-step-dialogs').then((dialogs) => dialogs.CodeDialog);
const loadCodes = () => import('./second-step-dialogs').then((dialogs) => dialogs.CodesDialog);

type Asking = { is: 'begin'; begun: Begun } | { is: 'off' } | { is: 'new' } | { is: 'codes'; codes: readonly string[] };

/** A code after the link: on, off, and the backup codes. */
export function SecondStepPart() {
  const on = useSignal<boolean | null>(null);
  const asking = useSignal<Asking | null>(null);
  const failed = useSignal('');
  useEffect(() => {
    void getSecondStep().then((answer) => {
      if (answer.ok) on.value = answer.value.on;
      else failed.value = answer.message;
    });
  }, []);
  const begin = async () => {
    failed.value = '';
    const answer = await beginSecondStep();
    if (answer.ok) asking.value = { is: 'begin', begun: answer.value };
    else failed.value = answer.message;
  };
  const close = () => {
    asking.value = null;
  };
  /** @returns why it could not be */
  const turn = async (to: 'on' | 'off', code: string, then: Asking | null): Promise<string> => {
    const answer = await turnSecondStep(to, code);
    if (!answer.ok) return answer.message;
    on.value = answer.value.on;
    asking.value = then;
    return '';
  };
  const renew = async (code: string): Promise<string> => {
    const answer = await newBackupCodes(code);
    if (!answer.ok) return answer.message;
    asking.value = { is: 'codes', codes: answer.value.backupCodes };
    return '';
  };
  const now = asking.value;
  return (
    <section class="apart">
      <h3>{secondStep.title}</h3>
      <p>{secondStep.about}</p>
      {failed.value && <Warning>{failed.value}</Warning>}
      {on.value !== null && (
        <ul class="rows" aria-label={secondStep.title}>
          <li>
            <span class="t lbl">{on.value ? secondStep.on : secondStep.off}</span>
            {on.value ? (
              <>
                <button class="btn sm" type="button" onClick={() => (asking.value = { is: 'new' })}>
                  {secondStep.newCodes}
                </button>
                <button class="btn sm" type="button" onClick={() => (asking.value = { is: 'off' })}>
                  {secondStep.turnOff}
                </button>
              </>
            ) : (
              <button class="btn sm" type="button" onClick={() => void begin()}>
                {secondStep.turnOn}
              </button>
            )}
          </li>
        </ul>
      )}
      {now?.is === 'begin' && (
        <Later
          load={loadBegin}
          props={{
            begun: now.begun,
            onCode: (code: string) => turn('on', code, { is: 'codes', codes: now.begun.backupCodes }),
            onClose: close,
          }}
        />
      )}
      {now?.is === 'off' && (
        <Later
          load={loadCode}
          props={{
            title: secondStep.turnOff,
            why: secondStep.offWhy,
            onCode: (code: string) => turn('off', code, null),
            onClose: close,
          }}
        />
      )}
      {now?.is === 'new' && (
        <Later
          load={loadCode}
          props={{ title: secondStep.newCodes, why: secondStep.codesWhy, onCode: renew, onClose: close }}
        />
      )}
      {now?.is === 'codes' && <Later load={loadCodes} props={{ codes: now.codes, onClose: close }} />}
    </section>
  );
}
