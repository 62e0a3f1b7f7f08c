import type { en } from '../en/customers-see';
import type { Like } from '../words';

export const customersSee: Like<typeof en> = {
  title: 'Какво виждат клиентите',
  about: 'Как се показва {store} в чата.',
  needsName: 'Екипът се нуждае от име.',
  whoAnswers: 'Кой отговаря',
  firstName: 'Малко име',
  firstNameMeans: '„Ана се включи в чата.“ Никога фамилия.',
  team: 'Екипът',
  teamMeans: '„{team} се включи в чата.“ Без имена.',
  support: 'Екипът',
  teamName: 'Име на екипа',
  talking: 'Разговор с човек',
  on: 'Включено',
  onMeans: 'Клиентите имат бутона „Разговор с човек“.',
  off: 'Изключено',
  offMeans: 'Няма бутон. Който все пак поиска човек, чете вашите думи и стои в „За довършване“.',
  readWhenAsking: 'Какво четат клиентите, когато поискат човек',
};
