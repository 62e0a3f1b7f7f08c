import type { en } from '../en/passing-on';
import type { Like } from '../words';

export const passingOn: Like<typeof en> = {
  transferChat: 'Прехвърляне на чата',
  search: 'Търсене на хора и екипи',
  peopleAndTeams: 'Хора и екипи',
  nobodyElse: 'Още няма други хора в този магазин.',
  noneSuch: 'Няма никого с това име.',
  comesBack: '<b>{warning}</b> Ако никой не поеме чата навреме, той се връща при вас.',
  comesBackWithin: { other: '<b>{warning}</b> Ако никой не поеме чата до {n}\u00a0мин, той се връща при вас.' },
  noteHint: 'Виждат я само новият отговорник и екипът ви.',
  speaks: '{detail}, говори {language}',
  onDutyAway: 'На смяна, отсъства',
  onDutyChats: { one: 'На смяна, {n} чат', other: 'На смяна, {n} чата' },
  offDuty: '{name} не е на смяна.',
  away: '{name} е на смяна, но в момента не е тук.',
  teamOnDuty: { other: '{n} на смяна' },
  teamNobody: 'Никой не е на смяна',
  teamAway: 'В момента тук няма никого от {team}.',
  teamOff: 'Никой от {team} не е на смяна.',

  keepTalking: 'Продължи разговора',
  outcome: 'Резултат',
  resolved: '{name} получи каквото поиска.',
  escalated: 'Отнесено е нагоре, към някого извън този чат.',
  follow_up: 'Още има нещо за довършване.',
  endingNoteHint: 'За екипа ви. {name} не я вижда.',
  askLater: 'Попитай по-късно дали всичко е наред',
  reads: '{name} ще прочете на {language} език',
};
