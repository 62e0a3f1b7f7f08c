import { useEffect, useState } from 'preact/hooks';
import { rate } from '../chat';
import type { RatingState, Thumb } from '../entries';
import { sayAny as say } from '../words';

const MAX_COMMENT = 1_000;
const THUMB =
  'M5.25 7.1L7.5 2.6c.95 0 1.7.75 1.7 1.7v2.3h2.9c.9 0 1.55.85 1.35 1.7l-.95 3.9c-.16.66-.7 1.05-1.35 1.05h-5.9M5.25 7.1v6.15M5.25 7.1H3.4c-.5 0-.9.4-.9.9v4.35c0 .5.4.9.9.9h1.85';

/** "How was it?": a thumb is enough; a line may follow, and both can be changed while the question stands. */
export function Rating({ rating: { handoff, thumb, comment, in: later } }: { rating: RatingState }) {
  const [isAsked, setAsked] = useState(!later);
  const [chosen, setChosen] = useState(thumb);
  const [text, setText] = useState(comment);
  const [sent, setSent] = useState(comment !== '');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(true), later ?? 0);
    return () => clearTimeout(timer);
  }, [later]);
  const title = `rate${handoff}`;
  const pressed = chosen ?? thumb;

  const choose = (next: Thumb) => {
    setChosen(next);
    rate(handoff, next, sent ? text.trim() : comment);
  };
  const finish = (event: Event) => {
    event.preventDefault();
    if (pressed) rate(handoff, pressed, text.trim());
    setSent(true);
    // The button that had the focus goes away.
    document.getElementById(`${title}-${pressed}`)?.focus();
  };

  if (!isAsked) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand beside its buttons.
    <div class="block" role="group" aria-labelledby={title}>
      <div class="rate">
        <b id={title}>{say('rate')}</b>
        <span>
          {(['up', 'down'] as const).map((which) => (
            <button
              key={which}
              id={`${title}-${which}`}
              class={`thumb ${which}`}
              type="button"
              aria-label={say(which)}
              aria-pressed={pressed === which}
              onClick={() => choose(which)}
            >
              <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
                <path d={THUMB} />
              </svg>
            </button>
          ))}
        </span>
      </div>
      {pressed && !sent && (
        <form class="comment" onSubmit={finish}>
          <div class="field">
            <label for={`${title}-comment`}>{say('comment')}</label>
            <input
              class="input"
              id={`${title}-comment`}
              maxLength={MAX_COMMENT}
              autocomplete="off"
              dir="auto"
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          </div>
          <button class="btn sec" type="submit">
            {say('sendFeedback')}
          </button>
        </form>
      )}
      <p class={pressed && sent ? 'thanks' : 'sr'} role="status">
        {pressed && sent ? say('thanks') : ''}
      </p>
    </div>
  );
}
