import type { en } from '../en/first-run';
import type { Like } from '../words';

export const firstRun: Like<typeof en> = {
  title: 'Първи стъпки',
  progress: '{done} от {all} готови',
  steps: {
    name: 'Име на магазина',
    hours: 'Задайте работното време',
    knowledge: 'Добавете знания',
    script: 'Чатът на сайта ви',
    try: 'Изпробвайте го',
  },
  state: { done: 'Готово', not_needed: 'Не е нужно', open: 'Предстои' },
  right: 'Така е добре',
  notNeeded: 'Не е нужно',
  needed: 'Все пак е нужно',
  later: 'По-късно',
  next: 'Напред',
  toInbox: 'Към чатовете',
  over: 'Всички първи стъпки са готови.',
};
