import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type Fact, type FactWords, factsOf } from '../../protocol/so-far';
import type { HandoffView, SoFar, StaffState, Target } from '../../protocol/staff';
import { elapsed, firstName, time, webAddress } from '../parts/format';
import { Icon } from '../parts/icons';
import { UrgentBadge } from '../parts/parts';
import { phone } from '../parts/screen';
import { labels } from '../words/en/labels';
import { story } from '../words/en/story';
import { inLanguage } from '../words/words';
import { Jump } from './jump';
import { ShopLine } from './shop-facts';

/** Why the customer is here, and what happened before: reason first, then the story. */
export function Story({ state }: { state: StaffState }) {
  const { handoff, soFar } = state;
  return (
    <>
      {handoff && (handoff.reason || handoff.trigger) && <Reason handoff={handoff} />}
      {soFar && handoff && (
        <WhatHappened key={handoff.n} soFar={soFar} replied={handoff.firstReplyAt !== null} state={state} />
      )}
    </>
  );
}

/** The one trigger that nobody wrote: the server counts (src/conversation/answering/certainty.ts). */
function unsure(trigger: string): string {
  const times = /^Could not answer (?:(twice)|(\d+) times) in a row$/.exec(trigger);
  if (!times) return trigger;
  return times[1] ? story.unansweredTwice : story.unanswered({ n: Number(times[2]) });
}

function Reason({ handoff }: { handoff: HandoffView }) {
  const urgent = handoff.urgency === 'urgent';
  const waited = handoff.assignedAt ?? handoff.endedAt;
  return (
    // biome-ignore lint/a11y/useSemanticElements: nothing to fill in, so not a fieldset.
    <div class={`why${urgent ? ' urgent' : ''}`} role="group" aria-label={story.reason}>
      {urgent && <UrgentBadge />}
      {handoff.reason && <b>{labels.reasons[handoff.reason]}</b>}
      {handoff.trigger && (
        <span class="q1 cutoff" title={handoff.trigger}>
          {handoff.reason === 'low_confidence' ? (
            unsure(handoff.trigger)
          ) : (
            <>
              “<bdi>{handoff.trigger}</bdi>”
            </>
          )}
        </span>
      )}
      {handoff.reopened > 0 && <span class="badge line">{story.reopened({ n: handoff.reopened })}</span>}
      {handoff.destination && handoff.status !== 'ended' && <Destination to={handoff.destination} />}
      <span class="at">
        {handoff.status === 'pending' || waited === null || neverWaited(handoff)
          ? story.asked({ time: time(handoff.requestedAt) })
          : story.waited({ time: elapsed(waited - handoff.requestedAt) })}
      </span>
    </div>
  );
}

/** Whom it was asked of, where that is not the whole store. */
const Destination = ({ to }: { to: Target }) => (
  <span class="badge line hide-small">
    <Icon name={to.kind === 'team' ? 'people' : 'person'} />
    {story.forWhom({ name: to.kind === 'team' ? to.name : firstName(to.name) })}
  </span>
);

/** Letters of a customer's text that say what it is about; the whole of it is one jump away. */
const GIST = 240;
const gist = (text: string): string => {
  const letters = [...text];
  return letters.length > GIST ? `${letters.slice(0, GIST).join('').trimEnd()}…` : text;
};

/** Off hours, or passed on by email: nobody was waited for. */
const neverWaited = ({ outcome }: HandoffView) => outcome === 'off_hours' || outcome === 'emailed';

function WhatHappened({ soFar, replied, state }: { soFar: SoFar; replied: boolean; state: StaffState }) {
  const open = useSignal(!replied && !phone.peek());
  // Folds by itself once somebody answers; whoever wants to see it opens it again.
  useEffect(() => {
    if (replied) open.value = false;
  }, [replied]);
  const question = soFar.openQuestion;
  // On a phone the open question stays in sight until somebody has answered.
  const roomy = phone.value && !replied;
  const button = (
    <button
      class="icon-btn"
      type="button"
      aria-expanded={open.value}
      aria-label={open.value ? story.hide : story.show}
      onClick={() => (open.value = !open.value)}
    >
      <Icon name={open.value || roomy ? 'down' : 'right'} />
    </button>
  );
  if (!open.value) {
    return (
      <section class={`sofar ${roomy ? 'roomy' : 'shut'}`} aria-label={story.soFar}>
        <header>
          <h3>{story.soFar}</h3>
          {!roomy && (
            <span class="one cutoff" dir="auto">
              {question?.text}
            </span>
          )}
          {button}
        </header>
        {roomy && question && (
          <p dir="auto">
            <span class="lab">{story.openQuestion}</span>
            {gist(question.text)}
          </p>
        )}
      </section>
    );
  }
  return (
    <section class="sofar" aria-label={story.soFar}>
      <header>
        <h3>{story.soFar}</h3>
        <span class="hint cutoff">{story.recorded({ time: time(soFar.at) })}</span>
        {button}
      </header>
      <dl>
        {factsOf(soFar, factWords).map((fact) => (
          <Term key={fact.is} fact={fact} />
        ))}
      </dl>
      {soFar.inWords && (
        <div class="in-words">
          <span class="hint">{story.written({ time: time(soFar.inWords.at) })}</span>
          <p dir="auto">{soFar.inWords.text}</p>
        </div>
      )}
      <FactsLine state={state} />
    </section>
  );
}

const percent = inLanguage((tag) => new Intl.NumberFormat(tag, { style: 'percent' }));
const factWords: FactWords = {
  term: (is) => story.terms[is],
  showed: (titles) => story.showed({ titles }),
  answeredFrom: (titles) => story.answeredFrom({ titles }),
  foundNothing: () => story.foundNothing,
  andMore: (titles, n) => story.andMore({ titles, n }),
  sure: (confidence) => story.sure({ percent: percent().format(confidence) }),
};

const Term = ({ fact: { is, term, lines } }: { fact: Fact }) => (
  <>
    <dt>{term}</dt>
    <dd class={is === 'open_question' ? 'open' : ''}>
      {lines.map((line) => (
        <p key={`${line.seq} ${line.url}`}>
          <Line is={is} line={line} />
        </p>
      ))}
    </dd>
  </>
);

function Line({ is, line: { text, seq, url = '' } }: { is: Fact['is']; line: Fact['lines'][number] }) {
  const jump = <Jump seq={seq} />;
  if (is === 'gave_up') return <>{story.gaveUpAt({ message: jump, why: text })}</>;
  const href = webAddress(url);
  return (
    <>
      {href ? (
        <a href={href} target="_blank" rel="noopener noreferrer" dir="auto">
          {text}
        </a>
      ) : (
        <span dir="auto">{gist(text)}</span>
      )}{' '}
      {jump}
    </>
  );
}

/** What the shop sent, apart from what anybody wrote. */
function FactsLine({ state }: { state: StaffState }) {
  const { page, shop } = state.customer;
  const href = page && webAddress(page.url);
  const hasShop = shop?.cart || shop?.order;
  if (!href && !hasShop) return null;
  return (
    <div class="facts-line">
      {href && (
        <span>
          <Icon name="page" />
          <a class="lnk" href={href} target="_blank" rel="noopener noreferrer" dir="auto">
            {page.title || href}
          </a>
        </span>
      )}
      {shop && hasShop && <ShopLine shop={shop} />}
    </div>
  );
}
