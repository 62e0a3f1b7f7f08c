import { useSignal } from '@preact/signals';
import { useId, useMemo } from 'preact/hooks';
import { ANSWERS } from '../../../assistant/knowledge/limits';
import { Dialog } from '../../parts/dialog';
import { languageName } from '../../parts/format';
import { Warning } from '../../parts/parts';
import { SelectField } from '../../parts/select-field';
import { missing as words } from '../../words/en/missing';
import { FormClash } from '../clash';
import { ClashStrip } from '../clash-strip';
import { LANGUAGES } from '../own-words';
import type { Group, Wanted, Written } from './door';
import type { MissingQuestions } from './state';

/** An answer in the making. `id`: which one it replaces; null: a new one. */
export type Draft = Wanted & { id: string | null; seen: number };

const languageOf = (tag: string): string => {
  const [base = ''] = tag.toLowerCase().split('-');
  return LANGUAGES.includes(base) ? base : 'en';
};

export const draftOfGroup = ({ of, question, lang, others }: Group): Draft => ({
  id: null,
  seen: 0,
  about: of,
  question: question.slice(0, ANSWERS.question),
  others: others.map((text) => text.slice(0, ANSWERS.question)),
  answer: '',
  lang: languageOf(lang),
});

/** Of one that was written; null: one that nobody has asked for. */
export function draftOf(answer: Written | null, first: string): Draft {
  if (!answer) return { id: null, seen: 0, about: null, question: '', others: [], answer: '', lang: languageOf(first) };
  const { id, seen, question, others, answer: text, lang } = answer;
  return { id, seen, about: null, question, others, answer: text, lang };
}

interface AnswerDialogProps {
  draft: Draft;
  save: MissingQuestions['save'];
  onClose: () => void;
}

export function AnswerDialog({ draft, save, onClose }: AnswerDialogProps) {
  const id = useId();
  const question = useSignal(draft.question);
  const others = useSignal(draft.others.join('\n'));
  const answer = useSignal(draft.answer);
  const lang = useSignal(draft.lang);
  const busy = useSignal(false);
  const failed = useSignal('');
  const form = useMemo(
    () =>
      new FormClash(saidOf(draft), draft.seen, (field, value) => {
        if (field === 'others') others.value = [value].flat().join('\n');
        else Object.assign({ question, answer, lang }[field as 'question'], { value });
      }),
    [],
  );
  const submit = async (): Promise<void> => {
    if (busy.value) return;
    const wordings = linesOf(others.value);
    if (wordings.length > ANSWERS.others) {
      failed.value = words.tooMany({ n: ANSWERS.others });
      return;
    }
    busy.value = true;
    const mine = { question: question.value.trim(), others: wordings, answer: answer.value.trim(), lang: lang.value };
    const saved = await save(draft.id, { ...mine, about: draft.about ?? null, seen: form.seen });
    busy.value = false;
    const met = form.meet(saved, mine, saidOf);
    if (met === 'again') return submit();
    if (met === 'decide') return;
    failed.value = saved.ok ? '' : saved.message;
    if (saved.ok) onClose();
  };
  return (
    <Dialog
      title={draft.id === null ? words.write : words.changeAnswer}
      onClose={onClose}
      onSubmit={() => void submit()}
      act={words.saveAnswer}
      disabled={!question.value.trim() || !answer.value.trim() || busy.value}
    >
      <div class="field">
        <label for={`${id}q`}>{words.question}</label>
        <input
          class="input"
          id={`${id}q`}
          dir="auto"
          required
          maxLength={ANSWERS.question}
          autoComplete="off"
          placeholder={words.example}
          value={question.value}
          onInput={(event) => (question.value = event.currentTarget.value)}
        />
      </div>
      <div class="field">
        <label for={`${id}o`}>{words.otherWays}</label>
        <textarea
          class="input"
          id={`${id}o`}
          dir="auto"
          rows={Math.max(2, Math.min(4, draft.others.length))}
          maxLength={ANSWERS.others * (ANSWERS.question + 1)}
          aria-describedby={`${id}oh`}
          value={others.value}
          onInput={(event) => (others.value = event.currentTarget.value)}
        />
        <p class="hint" id={`${id}oh`}>
          {words.otherWaysHint}
        </p>
      </div>
      <div class="field">
        <label for={`${id}a`}>{words.answer}</label>
        <textarea
          class="input"
          id={`${id}a`}
          dir="auto"
          rows={5}
          required
          maxLength={ANSWERS.answer}
          aria-describedby={`${id}ah`}
          value={answer.value}
          onInput={(event) => (answer.value = event.currentTarget.value)}
        />
        <p class="hint" id={`${id}ah`}>
          {words.answerHint}
        </p>
      </div>
      <SelectField
        label={words.writtenIn}
        value={lang.value}
        options={LANGUAGES.map((one) => [one, languageName(one)])}
        onChange={(to) => (lang.value = to)}
      />
      <ClashStrip clash={form.clash} busy={busy.value} />
      {failed.value && <Warning>{failed.value}</Warning>}
    </Dialog>
  );
}

const saidOf = ({ question, others, answer, lang }: Omit<Wanted, 'about'>) => ({ question, others, answer, lang });

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, ANSWERS.question))
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
