import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { day, time } from '../../parts/format';
import { ask, identityRoutes as routes } from '../../session/api';
import { words } from '../../words/en/identity';

/** What a token says, or why it is not taken: customers are told neither. */
export function Check({ store }: { store: string }) {
  const id = useId();
  const token = useSignal('');
  const fault = useSignal('');
  const said = useSignal('');
  const check = async () => {
    const answer = await ask(() => routes.check.$post({ param: { store }, json: { token: token.value } }));
    said.value = '';
    fault.value = '';
    if (!answer.ok) fault.value = answer.message;
    else if (!answer.value.ok) fault.value = words.why[answer.value.why];
    else {
      const { customer, until } = answer.value;
      const about = { sub: customer.sub, day: day(until, Date.now()), time: time(until) };
      said.value = words.good({ ...about, name: customer.name ?? words.none, email: customer.email ?? words.none });
    }
  };
  return (
    <section class="part">
      <h3>{words.check}</h3>
      <p>{words.checkAbout}</p>
      <form
        class="field checked"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void check();
        }}
      >
        <label class="sr" for={id}>
          {words.token}
        </label>
        <textarea
          class="input"
          id={id}
          rows={3}
          dir="ltr"
          maxLength={4_096}
          spellcheck={false}
          autoComplete="off"
          aria-invalid={fault.value !== ''}
          aria-describedby={`${id}f`}
          value={token.value}
          onInput={(event) => {
            token.value = event.currentTarget.value;
            fault.value = '';
            said.value = '';
          }}
        />
        <p class="fault" id={`${id}f`} role="alert">
          {fault.value}
        </p>
        <p role="status" aria-label={words.check} dir="auto">
          {said.value}
        </p>
        <div class="acts">
          <button class="btn" type="submit" disabled={!token.value.trim()}>
            {words.checkIt}
          </button>
        </div>
      </form>
    </section>
  );
}
