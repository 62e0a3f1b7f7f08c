import { useId } from 'preact/hooks';
import { Icon } from '../../parts/icons';
import { assistant } from '../../words/en/assistant';
import type { Edits } from '../edits';
import { begun, type Read, readInstructions, ruleFor } from '../rules/instructions';

const LONGEST = 4_000;

/** What the merchant wishes, in plain language. */
export function Instructions({ edits }: { edits: Edits }) {
  const id = useId();
  const text = edits.value.value?.instructions ?? '';
  return (
    <div class="field">
      <label for={id}>{assistant.instructions}</label>
      <textarea
        class="input"
        id={id}
        rows={5}
        maxLength={LONGEST}
        placeholder={assistant.example}
        aria-describedby={`${id}h`}
        value={text}
        onInput={(event) => edits.change({ instructions: event.currentTarget.value })}
      />
      <p class="hint" id={`${id}h`}>
        {assistant.instructionsHint({ most: LONGEST })}
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
    <ul class="rows wide" aria-label={assistant.canFollow}>
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
              {assistant.makeRule}
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
  words === null ? assistant.needsModel : assistant[never ? 'ruleNever' : 'ruleAsks']({ words });
