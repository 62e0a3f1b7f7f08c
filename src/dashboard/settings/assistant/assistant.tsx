import './assistant.css';
import { useSignal } from '@preact/signals';
import { useId, useMemo } from 'preact/hooks';
import { ORDER_STATUS } from '../../../settings/sites';
import { assistant as words } from '../../words/en/assistant';
import type { Edits } from '../edits';
import { EditedNumber } from '../number-row';
import { Choice, SavedPage } from '../saved-page';
import type { SettingsPageProps } from '../settings';
import { BotPart } from './bot-part';
import { DailyLimit } from './daily-limit';
import { Instructions, InstructionsRead } from './instructions-part';
import { ModelPart } from './model-part';
import { Responder } from './responder';

const responders = () =>
  (['catalog', 'llm', 'webhook'] as const).map((is) => ({
    is,
    label: words.responders[is],
    means: words.responderMeans[is],
  }));

const whenUnsures = () =>
  (['hand_over', 'offer'] as const).map((is) => ({ is, label: words.unsure[is], means: words.unsureMeans[is] }));

/** Who answers first, and when it asks for a person. */
export function AssistantPage({ store, kept, manages }: SettingsPageProps) {
  const edits = kept.edits('assistant');
  const settings = edits.value.value;
  const chosen = settings?.responder ?? 'catalog';
  // Only owners and admins are told of models and bots.
  const responder = useMemo(() => (manages ? new Responder(store.id) : null), [store.id, manages]);
  return (
    <SavedPage
      title={words.title}
      about={words.about}
      kept={kept}
      edits={edits}
      manages={manages}
      wrong={faultOfPage(settings?.orderStatusUrl) && words.orderWrong}
    >
      <section class="first-part">
        <h3>{words.answersFirst}</h3>
        <Choice
          label={words.answersFirst}
          id="responder"
          value={chosen}
          choices={responders()}
          onChange={(is) => edits.change({ responder: is })}
        />
      </section>
      {chosen === 'llm' && (
        <section class="part">
          <h3>{words.yourInstructions}</h3>
          <p>{words.forModel}</p>
          <Instructions edits={edits} />
          <DailyLimit kept={kept} edits={edits} manages={manages} />
        </section>
      )}
      {chosen === 'llm' && responder && (
        <ModelPart responder={responder} limit={kept.saved.value?.modelTokensADay ?? null} />
      )}
      {chosen === 'webhook' && responder && <BotPart responder={responder} />}
      {chosen === 'webhook' && (
        <ul class="rows" aria-label={words.botTakes}>
          <EditedNumber
            of="botAnswersWithin"
            label={words.answersWithin}
            hint={words.answersWithinHint}
            edits={edits}
          />
        </ul>
      )}
      {chosen === 'catalog' && (
        <section class="part">
          <h3>{words.yourInstructions}</h3>
          <p>{words.forBuiltIn}</p>
          <Instructions edits={edits} />
          <InstructionsRead edits={edits} manages={manages} rules={`/dashboard/${store.id}/settings/requests`} />
        </section>
      )}
      {chosen === 'catalog' && (
        <section class="part">
          <h3>{words.aboutOrder}</h3>
          <OrderStatus edits={edits} />
        </section>
      )}
      <div class="cols part">
        <section>
          <h3>{words.cannot}</h3>
          <Choice
            label={words.cannot}
            id="unsure"
            value={settings?.whenUnsure ?? 'hand_over'}
            choices={whenUnsures()}
            onChange={(whenUnsure) => edits.change({ whenUnsure })}
          />
        </section>
        <section>
          <h3>{words.patience}</h3>
          <ul class="rows" aria-label={words.patienceList}>
            <EditedNumber of="unsureAnswers" label={words.unsureAnswers} hint={words.unsureAnswersHint} edits={edits} />
            <EditedNumber of="quietAfterHandback" label={words.quiet} hint={words.quietHint} edits={edits} />
          </ul>
        </section>
      </div>
    </SavedPage>
  );
}

/** As the server looks at it (src/settings/schema.ts), to say so at the field. */
const faultOfPage = (url: string | null | undefined): string =>
  !url || ORDER_STATUS.test(url) ? '' : words.orderFault;

function OrderStatus({ edits }: { edits: Edits }) {
  const id = useId();
  const url = edits.value.value?.orderStatusUrl ?? '';
  const left = useSignal(true);
  const fault = left.value ? faultOfPage(url) : '';
  return (
    <div class="field">
      <label for={id}>{words.orderLink}</label>
      <input
        class="input"
        id={id}
        type="url"
        maxLength={1_000}
        placeholder="https://shop.example/orders"
        aria-invalid={fault !== ''}
        aria-describedby={fault ? `${id}f` : `${id}h`}
        value={url}
        onInput={(event) => {
          left.value = false;
          edits.change({ orderStatusUrl: event.currentTarget.value.trim() || null });
        }}
        // Most people leave out how an address begins.
        onBlur={() => {
          left.value = true;
          if (url && !/^https?:/i.test(url)) edits.change({ orderStatusUrl: `https://${url}` });
        }}
      />
      <p class="fault" id={`${id}f`} role="alert">
        {fault}
      </p>
      <p class="hint" id={`${id}h`}>
        {words.orderHint}
      </p>
    </div>
  );
}
