import { useId } from 'preact/hooks';
import { Icon } from '../../parts/icons';
import type { Edits } from '../edits';
import { begun, type Read, readInstructions, ruleFor } from '../rules/instructions';

const LONGEST = 4_000;

/** What the merchant wishes, in plain language. */
export function Instructions({ edits }: { edits: Edits }) {
  const id = useId();
  const text = edits.value.value?.instructions ?? '';
  return (
    <div class="field">
      <label for={id}>Instructions</label>
      <textarea
        class="input"
        id={id}
        rows={5}
        maxLength={LONGEST}
        placeholder="Hand over when somebody asks about a bulk order, or sounds upset about delivery."
        aria-describedby={`${id}h`}
        value={text}
        onInput={(event) => edits.change({ instructions: event.currentTarget.value })}
      />
      <p class="hint" id={`${id}h`}>
        Up to 4,000 characters. Cards and addresses that are not in your catalogue never reach customers.
      </p>
    </div>
  );
}

interface InstructionsReadProps {
  edits: Edits;
  manages: boolean;
  /** Where rules are written. */
  rules: string;
}

/** Which of the instructions the built-in assistant can follow, by a rule, and which need a model. */
export function InstructionsRead({ edits, manages, rules }: InstructionsReadProps) {
  const read = readInstructions(edits.value.value?.instructions ?? '');
  if (read.length === 0) return null;
  return (
    <ul class="rows wide" aria-label="What the built-in assistant can follow">
      {read.map((one, at) => (
        // The place is the identity: the same may be written twice.
        <li key={at}>
          <span class="t">
            <span class="lbl" dir="auto">
              {asSentence(one.clause)}
            </span>
            <span class="hint">{means(one)}</span>
          </span>
          {one.words !== null && manages && (
            <a
              class="btn"
              href={rules}
              onClick={() => {
                begun.value = ruleFor(one);
              }}
            >
              <Icon name="plus" />
              Make it a rule
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

const asSentence = (clause: string): string => {
  const [first = '', ...rest] = clause;
  return first.toUpperCase() + rest.join('');
};

const means = ({ words, never }: Read): string =>
  words === null
    ? 'Needs a language model: the built-in assistant does not follow it.'
    : `As a rule: messages that say “${words}” ${never ? 'open no handoff.' : 'ask for a person.'}`;
