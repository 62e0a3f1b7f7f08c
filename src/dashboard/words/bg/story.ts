import type { en } from '../en/story';
import type { Like } from '../words';

export const story: Like<typeof en> = {
  reason: 'Причина',
  unanswered: { other: 'Не успя да отговори {n} пъти поред' },
  unansweredTwice: 'Не успя да отговори два пъти поред',
  reopened: { one: 'Отворен отново', other: 'Отворен отново {n}×' },
  forWhom: 'За {name}',
  asked: 'Поиска в {time}',
  waited: 'Чака {time}',
  soFar: 'Какво се случи дотук',
  hide: 'Скрий какво се случи дотук',
  show: 'Покажи какво се случи дотук',
  openQuestion: 'Открит въпрос',
  recorded: 'Записано от асистента, {time}',
  written: 'Написано от асистента, {time}',
  gaveUpAt: 'Съобщение {message}, {why}.',
  terms: {
    looked_for: 'Търси',
    tried: 'Асистентът опита',
    opened: 'Отвори',
    gave_up: 'Отказа се при',
    open_question: 'Открит въпрос',
  },
  showed: 'Показа {titles}',
  answeredFrom: 'Отговори от „{titles}“',
  foundNothing: 'Не намери нищо подходящо',
  andMore: { one: '{titles} и още {n}', other: '{titles} и още {n}' },
  sure: '{percent} сигурност',
};
