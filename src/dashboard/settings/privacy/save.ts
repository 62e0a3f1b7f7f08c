import type { ConversationRecord } from '../../history/door';
import { sheetOf, textOf } from '../../history/sheet';
import { download } from '../../parts/download';
import { words } from '../../words/en/privacy';
import { list } from '../../words/words';
import type { Exported } from './door';

/** What is kept of a customer, as files: for programs, and to be read. */

type Held = Exported['conversations'][number];
interface StoreShown {
  id: string;
  name: string;
}

const nameOf = ({ exportedAt }: Exported, ending: string): string =>
  `customer-data-${new Date(exportedAt).toISOString().slice(0, 10)}.${ending}`;

export function saveJson(exported: Exported, { id, name }: StoreShown): void {
  const whole = { store: { id, name }, ...exported, exportedAt: new Date(exported.exportedAt).toISOString() };
  download(nameOf(exported, 'json'), JSON.stringify(whole, null, 2), 'application/json');
}

export function saveText(exported: Exported, store: StoreShown): void {
  const texts = exported.conversations.map((one) => textOfHeld(one, store.name));
  download(nameOf(exported, 'txt'), texts.join('\n\n'));
}

/** Whether something was sent that the saved words only name. */
export const hasFiles = ({ conversations }: Exported): boolean =>
  conversations.some(({ messages }) => messages.some((message) => 'files' in message && message.files));

/** The words as they are printed, and what is kept beside them. */
export function textOfHeld(held: Held, store: string): string {
  const sheet = sheetOf(held as unknown as ConversationRecord, { store, notes: true });
  const also = { title: words.also.title, facts: alsoKept(held) };
  return textOf({ ...sheet, handoffs: [...sheet.handoffs, ...(also.facts.length > 0 ? [also] : [])] });
}

function alsoKept(held: Held): [term: string, text: string][] {
  const { also, pair } = words;
  const asked = Object.values(held.askedFrom);
  const facts: [string, (string | null | undefined)[]][] = [
    [also.address, [held.contact?.address]],
    [also.device, [held.device]],
    [also.zone, [held.customerTimeZone]],
    [also.askedFrom, asked.map(({ page }) => page?.url)],
    [also.cart, asked.map(({ shop }) => shop?.cart && JSON.stringify(shop.cart))],
    [
      also.told,
      asked.flatMap(({ shop }) =>
        (shop?.properties ?? []).map(({ name, value }) => pair({ name, value: String(value) })),
      ),
    ],
    [also.inWords, Object.values(held.inWords).map(({ text }) => text)],
    [also.tags, held.facts?.tags ?? []],
    [also.properties, (held.facts?.properties ?? []).map(({ name, value }) => pair({ name, value }))],
    [also.tasks, (held.facts?.tasks ?? []).map(({ text }) => text)],
    [also.reminders, held.reminders.map(({ line }) => line)],
  ];
  return facts.flatMap(([term, texts]) => {
    const said = texts.filter((text) => typeof text === 'string' && text !== '') as string[];
    return said.length > 0 ? [[term, list(said)] as [string, string]] : [];
  });
}
