import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { RoutingRule } from '../../../domain/rules';
import { Icon, type IconName } from '../../parts/icons';
import { ReasonBadge, UrgentBadge } from '../../parts/parts';
import type { Foreseen } from '../../session/api';
import { words } from '../../words/en/forecast';
import { inLanguage, list } from '../../words/words';
import { linesOf, localeOf } from './customer-words';

type Step = Foreseen['steps'][number];
type Locale = NonNullable<Awaited<ReturnType<typeof localeOf>>>;

const inZone = inLanguage(
  (tag) => (at: number, timeZone: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { timeZone, ...options }).format(at),
);
const timeIn = (at: number, zone: string) => inZone()(at, zone, { timeStyle: 'short' });
const momentIn = (at: number, zone: string) =>
  inZone()(at, zone, { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' });
const dayIn = (at: number, zone: string) => inZone()(at, zone, { weekday: 'short', day: 'numeric', month: 'short' });

interface OutcomeProps {
  told: Foreseen;
  rules: readonly (RoutingRule & { name?: string })[];
  lang: string;
}

export function Outcome({ told, rules, lang }: OutcomeProps) {
  const locale = useSignal<{ lang: string; words: Locale } | null>(null);
  useEffect(() => {
    void localeOf(lang).then((found) => {
      if (found) locale.value = { lang, words: found };
    });
  }, [lang]);
  const { request, steps } = told;
  return (
    <>
      <h3>{momentIn(told.at, told.timeZone)}</h3>
      <p class="sum" role="status">
        {standing(told)} {goesTo(told)} {request?.rule != null && words.byRule({ name: ruleName(rules, request.rule) })}
      </p>
      {request && (
        <p class="badges">
          {request.reason && <ReasonBadge reason={request.reason} />}
          {request.urgency === 'urgent' && <UrgentBadge />}
        </p>
      )}
      <ol class="steps" aria-label={words.steps}>
        {steps.map((step, nth) => (
          <Rung
            key={`${step.what} ${step.at}`}
            step={step}
            before={steps[nth - 1] ?? null}
            told={told}
            locale={locale.value?.lang === lang ? locale.value : null}
          />
        ))}
      </ol>
      {steps.length > 1 && <p class="hint">{words.unless}</p>}
    </>
  );
}

const ruleName = (rules: OutcomeProps['rules'], at: number): string =>
  rules[at]?.name || words.ruleAt({ at: String(at + 1) });

function standing({ open, turns, timeZone, canAsk }: Foreseen): string {
  if (!canAsk) return words.noButton;
  if (turns === null) return open ? words.alwaysOpen : words.closed;
  const when = momentIn(turns, timeZone);
  return open ? words.openUntil({ when }) : words.closedUntil({ when });
}

function goesTo({ request }: Foreseen): string {
  if (!request) return words.nobody;
  const { to } = request;
  switch (to.kind) {
    case 'store':
      return words.toStore;
    case 'nowhere':
      return words.toFollowUps;
    case 'email':
      return words.toEmail({ address: to.address });
    default:
      return words.toName({ name: to.name });
  }
}

interface RungProps {
  step: Step;
  before: Step | null;
  told: Foreseen;
  locale: { lang: string; words: Locale } | null;
}

const STEPS: Record<string, string | undefined> = words.step;

function Rung({ step, before, told, locale }: RungProps) {
  const lines = locale ? linesOf(step, before, locale.words, locale.lang) : [];
  const team = tellings(step, told);
  const sameDay = before && dayIn(before.at, told.timeZone) === dayIn(step.at, told.timeZone);
  return (
    <li>
      <time dateTime={new Date(step.at).toISOString()}>
        {!sameDay && <span>{dayIn(step.at, told.timeZone)}</span>}
        <b>{timeIn(step.at, told.timeZone)}</b>
      </time>
      <div class="t">
        <b>{STEPS[step.what]}</b>
        {lines.length > 0 && (
          <blockquote aria-label={words.reads} lang={locale?.lang} dir="auto">
            {lines.map((line) => (
              <p key={line} dir="auto">
                {line}
              </p>
            ))}
          </blockquote>
        )}
        {team.length > 0 ? (
          <ul>
            {team.map(({ icon, text }) => (
              <li key={text}>
                <Icon name={icon} />
                <span>{text}</span>
              </li>
            ))}
          </ul>
        ) : (
          step.what === 'asked' && <p class="hint">{words.nobodyTold}</p>
        )}
      </div>
    </li>
  );
}

/** Who hears of it by what, a line each. */
function tellings({ told: { dashboards, pushes, email } }: Step, { people, timeZone }: Foreseen) {
  const named = (ids: readonly string[]) => list(ids.map((id) => people.find((one) => one.id === id)?.name ?? id));
  const lines: { icon: IconName; text: string }[] = [];
  if (dashboards.length > 0) lines.push({ icon: 'inbox', text: words.dashboards({ names: named(dashboards) }) });
  if (pushes.length > 0) lines.push({ icon: 'alarm', text: words.pushes({ names: named(pushes) }) });
  if (email) {
    const time = timeIn(email.at, timeZone);
    lines.push({ icon: 'mail', text: mailed(email, time, named) });
  }
  return lines;
}

type Email = NonNullable<Step['told']['email']>;

function mailed({ to, verdict, bypasses }: Email, time: string, named: (ids: readonly string[]) => string): string {
  if ('address' in to) return words.emailTo({ address: to.address });
  if (verdict === 'suppress') return words.suppressed({ time });
  const names = named(to);
  if (verdict === 'gather') return words.gathered({ time, names });
  return bypasses ? words.bypasses({ names }) : words.email({ names });
}
