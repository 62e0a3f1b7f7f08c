import './assistant.css';
import { useId, useMemo } from 'preact/hooks';
import type { Edits } from '../edits';
import { EditedNumber } from '../number-row';
import { Choice, SavedPage } from '../saved-page';
import type { SettingsPageProps } from '../settings';
import { BotPart } from './bot-part';
import { DailyLimit } from './daily-limit';
import { Instructions, InstructionsRead } from './instructions-part';
import { ModelPart } from './model-part';
import { Responder } from './responder';

const RESPONDERS = [
  {
    is: 'catalog',
    label: 'The built-in assistant',
    means:
      'Answers from your products and help articles by search alone. Needs nothing, costs nothing, tells nobody else anything. Follows rules by words; other instructions need a model.',
  },
  {
    is: 'llm',
    label: 'A language model',
    means:
      'Answers in whole sentences from the same products and articles, and follows your instructions. Needs a model, which costs money by use; what customers write goes to it.',
  },
  {
    is: 'webhook',
    label: 'Your own bot',
    means: 'A program of yours answers, and asks for a person itself. Needs somebody who writes and runs it.',
  },
] as const;

const WHEN_UNSURE = [
  { is: 'hand_over', label: 'Hand over', means: 'It asks for a person by itself.' },
  {
    is: 'offer',
    label: 'Ask first',
    means: '“Shall I get somebody?” A no holds until the customer asks, or it is unsure again.',
  },
] as const;

/** Who answers first, and when it asks for a person. */
export function AssistantPage({ store, kept, manages }: SettingsPageProps) {
  const edits = kept.edits('assistant');
  const settings = edits.value.value;
  const chosen = settings?.responder ?? 'catalog';
  // Only owners and admins are told of models and bots.
  const responder = useMemo(() => (manages ? new Responder(store.id) : null), [store.id, manages]);
  return (
    <SavedPage
      title="Assistant"
      about="Who answers customers first, and when a person is asked for."
      kept={kept}
      edits={edits}
      manages={manages}
    >
      <section class="first-part">
        <h3>Who answers first</h3>
        <Choice
          label="Who answers first"
          id="responder"
          value={chosen}
          choices={RESPONDERS}
          onChange={(is) => edits.change({ responder: is })}
        />
      </section>
      {chosen === 'llm' && (
        <section class="part">
          <h3>Your instructions</h3>
          <p>What the model should do beside answering. Nobody else reads them.</p>
          <Instructions edits={edits} />
          <DailyLimit kept={kept} edits={edits} manages={manages} />
        </section>
      )}
      {chosen === 'llm' && responder && (
        <ModelPart responder={responder} limit={kept.saved.value?.modelTokensADay ?? null} />
      )}
      {chosen === 'webhook' && responder && <BotPart responder={responder} />}
      {chosen === 'webhook' && (
        <ul class="rows" aria-label="How long the bot may take">
          <EditedNumber
            of="botAnswersWithin"
            label="Answers within"
            hint="After that a person is asked for."
            edits={edits}
          />
        </ul>
      )}
      {chosen === 'catalog' && (
        <section class="part">
          <h3>Your instructions</h3>
          <p>
            A language model follows them as a whole. The built-in assistant looks for words only: below stands what can
            become a rule.
          </p>
          <Instructions edits={edits} />
          <InstructionsRead edits={edits} manages={manages} rules={`/dashboard/${store.id}/settings/requests`} />
        </section>
      )}
      {chosen === 'catalog' && (
        <section class="part">
          <h3>Questions about an order</h3>
          <OrderStatus edits={edits} />
        </section>
      )}
      <div class="cols part">
        <section>
          <h3>When it cannot answer</h3>
          <Choice
            label="When it cannot answer"
            id="unsure"
            value={settings?.whenUnsure ?? 'hand_over'}
            choices={WHEN_UNSURE}
            onChange={(whenUnsure) => edits.change({ whenUnsure })}
          />
        </section>
        <section>
          <h3>How patient it is</h3>
          <ul class="rows" aria-label="How patient the assistant is">
            <EditedNumber
              of="unsureAnswers"
              label="Unsure answers in a row"
              hint="After so many it hands over, or asks first."
              edits={edits}
            />
            <EditedNumber
              of="quietAfterHandback"
              label="Quiet after a person"
              hint="In so many of the customer’s next messages it does not ask for a person on its own."
              edits={edits}
            />
          </ul>
        </section>
      </div>
    </SavedPage>
  );
}

function OrderStatus({ edits }: { edits: Edits }) {
  const id = useId();
  const url = edits.value.value?.orderStatusUrl ?? '';
  return (
    <div class="field">
      <label for={id}>Where customers see how far their order is</label>
      <input
        class="input"
        id={id}
        type="url"
        maxLength={1_000}
        placeholder="https://shop.example/orders"
        aria-describedby={`${id}h`}
        value={url}
        onInput={(event) => edits.change({ orderStatusUrl: event.currentTarget.value.trim() || null })}
        // Most people leave out how an address begins.
        onBlur={() => url && !/^https?:/i.test(url) && edits.change({ orderStatusUrl: `https://${url}` })}
      />
      <p class="hint" id={`${id}h`}>
        “Where is my order?” is answered with this link, and by a person when it is asked again. Empty: by a person at
        once.
      </p>
    </div>
  );
}
