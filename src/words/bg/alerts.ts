import type { FactWords } from '../../protocol/so-far';
import type { alerts as en } from '../en/alerts';

type Kinds = (typeof en)['kinds'];

const OWED = 'Стои в „За довършване“.';
const SOON = 'След имейл другите заявки мълчат пет минути; за спешните винаги идва имейл.';
const ONCE = 'За всяко такова нещо имейл идва веднъж.';

const waiting: Kinds['waiting'] = ({ customer, store, reason, at, minutes }) => ({
  subject: `${customer}, ${reason}`,
  heading: `${customer} чака човек`,
  begins: `${customer} чака човек в ${store}.`,
  asked: minutes === null ? `Поиска в ${at}.` : `Поиска в ${at} и прочете, че се чака около ${minutes} мин.`,
  since: `Чака от ${at}.`,
  quiet: SOON,
});

const offHours: Kinds['off_hours'] = ({ customer, store, reason, at }) => ({
  subject: `${customer}, ${reason}`,
  heading: `${customer} писа извън работно време`,
  begins: `${customer} писа извън работното време на ${store}.`,
  asked: `Поиска в ${at}, когато нямаше никого. ${OWED}`,
  since: `Извън работно време, ${at}.`,
  quiet: SOON,
});

const unanswered: Kinds['unanswered'] = ({ customer, store, reason, at }) => ({
  subject: `Никой не отговори на ${customer}, ${reason}`,
  heading: `Никой не успя да отговори на ${customer} навреме`,
  begins: `Никой не успя да отговори на ${customer} навреме в ${store}.`,
  asked: `Поиска в ${at} и прочете, че никой не може да отговори. ${OWED}`,
  since: `Поиска в ${at}.`,
  quiet: ONCE,
});

const followUp: Kinds['follow_up'] = ({ customer, store, reason, day, due }) => ({
  subject: `Още дължим отговор: ${customer}, ${reason}`,
  heading: `На ${customer} още дължим отговор`,
  begins: `На ${customer} още дължим отговор в ${store}.`,
  asked: `Поиска на ${day}. ${due === null ? OWED : `Срокът за отговор беше ${due}.`}`,
  since: `Поиска на ${day}.`,
  quiet: ONCE,
});

const reminder: Kinds['reminder'] = ({ customer, text, short }) => ({
  subject: `Напомняне: ${short}, ${customer}`,
  heading: text,
  begins: text,
  asked: `Напомняне за ${customer}. ${OWED}`,
  since: `Напомняне за ${customer}.`,
  quiet: 'Всяко напомняне идва на имейла на този, който го е поставил, веднъж за всеки срок.',
});

const mention: Kinds['mention'] = ({ customer, store, at, by, text, short }) => ({
  subject: `${by} ви спомена: ${short}`,
  heading: `${by} ви спомена в поверителна бележка`,
  begins: `${by} ви спомена в поверителна бележка в ${store}.`,
  asked: `„${text}“ В чата с ${customer}, в ${at}.`,
  since: `В чата с ${customer}.`,
  quiet: 'Имейл идва, когато бележка ви споменава, а нямате отворено табло.',
});

const TERMS: Record<Parameters<FactWords['term']>[0], string> = {
  looked_for: 'Търси',
  tried: 'Асистентът опита',
  opened: 'Отвори',
  gave_up: 'Отказа се при',
  open_question: 'Открит въпрос',
};

/** As the dashboard says it (src/dashboard/words/bg/story.ts). */
const facts: FactWords = {
  term: (is) => TERMS[is],
  showed: (titles) => `Показа ${titles}`,
  answeredFrom: (titles) => `Отговори от „${titles}“`,
  foundNothing: () => 'Не намери нищо подходящо',
  andMore: (titles, n) => `${titles} и още ${n}`,
  sure: (confidence) => `${Math.round(confidence * 100)}% сигурност`,
};

export const alerts: typeof en = {
  kinds: { waiting, off_hours: offHours, unanswered, follow_up: followUp, reminder, mention },
  urgent: 'Спешно',
  instead: { reminder: 'Напомняне', mention: 'Поверителна бележка' },
  openChat: 'Отвори чата',
  openInbox: 'Отвори входящите',
  why: (store) => `Получавате това, защото имейл известията ви за ${store} са включени.`,
  unsubscribe: (store) => `Спри известията от ${store}`,
  everywhere: 'Известия за всичките ви магазини',
  plain: { unsubscribe: 'Спиране', everywhere: 'Всички магазини' },

  list: {
    heading: {
      reminder: { one: '{n} клиент чака', other: '{n} клиенти чакат' },
      gathered: { one: '{n} спешна заявка', other: '{n} спешни заявки' },
    },
    more: { other: 'И още {n} във входящите.' },
    at: (heading, store) => `${heading} в ${store}.`,
    longest: (minutes, customer, reason) => `Най-дълго, ${minutes}: ${customer}, ${reason}.`,
    limit: {
      reminder: 'Най-много едно напомняне на пет минути.',
      gathered: 'За един час имаше много спешни заявки, затова следващите идват заедно, на всеки пет минути.',
    },
  },

  summary: {
    subject: (customer, reason, again) => `${customer}${again ? ' отново' : ''}, ${reason}`,
    heading: (customer, again) => (again ? `${customer} попита отново` : `${customer} има въпрос`),
    at: (heading, store) => `${heading}, в ${store}.`,
    asked: (at) => `Поиска в ${at}.`,
    answer: (email) => `Отговорете на този имейл, за да пишете на ${email}.`,
    noAddress: 'Няма оставен адрес. Отговор може да се напише само в чата.',
    why: (store) => `Получавате това, защото ${store} изпраща такива заявки на този адрес.`,
  },

  story: {
    soFar: 'Какво се случи дотук',
    inWords: 'С думите на асистента',
    last: 'Последни съобщения',
    assistant: 'Асистент',
    askedWith: 'Поиска с',
    message: (n, text) => `Съобщение ${n}, ${text}`,
    quote: (text) => `„${text}“`,
    facts,
  },
};
