import { phase, place, queue, sendMessage, thread } from '../chat';
import { more } from '../more/loader';
import { focusMessage } from '../views/composer';
import { sayAny as say } from '../words';
import { Erased } from './erased';
import { Leave } from './leave';

/** What an answer gives to choose from, as long as nothing was said since; and the field for an address that it asks for. */
export function Choices() {
  const { messages } = thread.value;
  const last = messages.at(-1);
  const asks = messages.some((message) => message.kind === 'assistant' && message.seq === place.value);
  const isAnswered = phase.value.is !== 'assistant' || queue.value.some(({ frame }) => frame.type === 'send');
  const replies = last?.kind === 'assistant' && !isAnswered ? last.replies : undefined;
  const More = more.value;
  const choose = (text: string) => {
    sendMessage(text);
    // The button goes away with its answer.
    focusMessage();
  };
  return (
    <>
      <Erased />
      {replies && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend that nobody sees.
        <div class="choices" role="group" aria-label={say('suggested')}>
          {replies.map((text) => (
            <button key={text} class="btn sec sm" type="button" dir="auto" onClick={() => choose(text)}>
              {text}
            </button>
          ))}
        </div>
      )}
      {More && <More.Over />}
      {asks && (
        <div class="block">
          <Leave />
        </div>
      )}
    </>
  );
}
