import type { en } from '../en/people';
import type { Like } from '../words';

export const people: Like<typeof en> = {
  changeRole: 'Смени ролята',
  role: 'Роля',
  roleOf: 'Роля на {name}',
  roleMeans:
    'Членовете отговарят на клиенти. Администраторите също променят настройки и канят. Собствениците също правят и премахват собственици.',
  roleChanged: '{name}: {role} от сега нататък.',
  badEmail: 'Въведете адрес като ime@example.com.',
};
