import type { StaffWords } from '../../words/words';
import { Part } from './layout';
import { line, timeIn, wrapped } from './words';

/** The conversation in short, in mails to the team: what happened so far, and what was last said. */

export interface Story {
  timeZone: string;
  customer: string;
  /** "What happened so far", by its terms. */
  soFar: { term: string; text: string; strong?: boolean }[];
  /** The same in the assistant's words, which a model wrote; null where there are none. */
  inWords?: string | null;
  last: { from: string; text: string; at: number }[];
}

const INK = '#1d1c18';
const CELL = 'font-size:14px;line-height:20px;';

type Say = StaffWords['alerts']['story'];

/** Cut, in lines; `quote` is the customer's newest words, or whoever's there are. */
export function told(story: Story) {
  const soFar = story.soFar.map(({ term, text, strong }) => ({ term, text: line(text, 600), strong }));
  const last = story.last.map(({ from, text, at }) => ({
    head: `${line(from, 60)}, ${timeIn(story.timeZone, at)}`,
    mine: from === story.customer,
    text: line(text, 600),
  }));
  const inWords = story.inWords ? line(story.inWords, 600) : null;
  return { soFar, inWords, last, quote: last.findLast(({ mine }) => mine)?.text ?? last.at(-1)?.text };
}
type Told = ReturnType<typeof told>;

const SoFar = ({ soFar, say }: Pick<Told, 'soFar'> & { say: Say }) => (
  <Part title={say.soFar} gap={28}>
    <table width="100%" cellpadding="0" cellspacing="0" border={0} style={CELL}>
      {soFar.map(({ term, text, strong }) => (
        <tr>
          <th
            class="e-3 e-label"
            scope="row"
            align="left"
            valign="top"
            width="120"
            style="width:120px;padding:4px 12px 4px 0;font-weight:400;font-size:13px;color:#625f5a;"
          >
            {term}
          </th>
          <td class="e-ink e-value" style={`padding:4px 0;${strong ? 'font-weight:600;' : ''}color:${INK};`}>
            {text}
          </td>
        </tr>
      ))}
    </table>
  </Part>
);

/** Apart from the facts, and marked as what it is. */
const InWords = ({ words, say }: { words: string; say: Say }) => (
  <Part title={say.inWords} gap={24}>
    <p class="e-2" style="margin:4px 0;font-size:14px;line-height:20px;color:#4a4843;">
      {words}
    </p>
  </Part>
);

const LastMessages = ({ last, say }: Pick<Told, 'last'> & { say: Say }) => (
  <Part title={say.last} gap={24}>
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border={0} style={CELL}>
      {last.map(({ head, text, mine }, i) => (
        <tr>
          <td style={`padding:4px 0 ${i === last.length - 1 ? 4 : 8}px;`}>
            <span class="e-3" style="font-size:12px;line-height:16px;color:#625f5a;">
              {head}
            </span>
            <br />
            <span class={mine ? 'e-ink' : 'e-2'} style={`color:${mine ? INK : '#4a4843'};`}>
              {text}
            </span>
          </td>
        </tr>
      ))}
    </table>
  </Part>
);

/** All parts, where there is anything to tell. */
export const StoryParts = ({ soFar, inWords, last, say }: Told & { say: Say }) => (
  <>
    {soFar.length > 0 && <SoFar soFar={soFar} say={say} />}
    {inWords && <InWords words={inWords} say={say} />}
    {last.length > 0 && <LastMessages last={last} say={say} />}
  </>
);

/** The same for the text part. */
export const storyText = ({ soFar, inWords, last }: Told, say: Say): string[] => [
  ...(soFar.length > 0
    ? [`\n${say.soFar.toUpperCase()}\n${soFar.map((one) => wrapped(`${one.term}: ${one.text}`)).join('\n')}`]
    : []),
  ...(inWords ? [`\n${say.inWords.toUpperCase()}\n${wrapped(inWords)}`] : []),
  ...(last.length > 0
    ? [`\n${say.last.toUpperCase()}\n${last.map((one) => wrapped(`${one.head}: ${one.text}`)).join('\n')}`]
    : []),
];
