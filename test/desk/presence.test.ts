import { expect, it } from 'vitest';
import { scene } from '../conversation/client';

it('somebody is here as long as any device of theirs is connected', async () => {
  const { atDesk } = scene();
  const dele = await atDesk('dele', 'Dele Okafor');
  const [phone, laptop] = [await atDesk('ana', 'Ana Kovač'), await atDesk('ana', 'Ana Kovač')];
  const ana = async (here: boolean) =>
    dele.next('duty', (f) => f.duty.some((person) => person.id === 'ana' && person.here === here));
  const stays = ana(true);
  phone.close();
  await stays;
  const leaves = ana(false);
  laptop.close();
  const { duty } = await leaves;
  // Gone, and on duty all the same.
  expect(duty.map(({ id }) => id).sort()).toEqual(['ana', 'dele']);
});

it('duty is a switch of each store: off in one, still on in the other', async () => {
  const [mine, other] = [scene(), scene()];
  const [here, there] = [await mine.atDesk(), await other.atDesk()];
  here.send({ type: 'duty', on: false });
  await here.next('duty', (f) => f.duty.length === 0);
  there.send({ type: 'hello' });
  expect((await there.next('welcome')).duty).toMatchObject([{ id: 'ana' }]);
  const again = await mine.atDesk();
  expect(again.frames.find((f) => f.type === 'welcome')).toMatchObject({ duty: [] });
});
