import { type Endings, INTO, KILL_TEST } from './reports.ts';
import { NUMBERS, SECTIONS, SENTENCES, type SentenceNumber } from './sentences.ts';

/** What is compared: which tests hold a sentence, and which sentences are not held yet, or not by halves, and why. */
export interface Claims {
  held: Readonly<Record<SentenceNumber, readonly string[]>>;
  open: Readonly<Partial<Record<SentenceNumber, string>>>;
}

/** `all`: every test that is named must have run, the kill test aside. `what-ran`: nor is any file without a report. */
export type Extent = 'all' | 'what-ran';

/** Behind a heading: every test under it, and there is at least one. */
const EVERY = `${INTO}*`;

const fileOf = (name: string): string => name.split(INTO)[0] ?? name;

function named(name: string, endings: Endings): string[] {
  if (!name.endsWith(EVERY)) return endings.has(name) ? [name] : [];
  const heading = name.slice(0, -1);
  return [...endings.keys()].filter((one) => one.startsWith(heading));
}

/** What is wrong, a line each; nothing where all sentences are held by tests that passed, or open with a reason. */
export function faultsOf({ held, open }: Claims, endings: Endings, extent: Extent): string[] {
  const ran = new Set([...endings.keys()].map(fileOf));
  const mayMiss = (file: string) => !ran.has(file) && (extent === 'what-ran' || file === KILL_TEST);
  const faultOf = (n: string, name: string): string | null => {
    if (mayMiss(fileOf(name))) return null;
    const found = named(name, endings);
    if (found.length === 0) return `${n} names a test that is not there (renamed? deleted?): ${name}`;
    const bad = found.find((one) => endings.get(one) !== 'passed');
    return bad
      ? `${n} is held by a test that ${endings.get(bad) === 'failed' ? 'failed' : 'did not run'}: ${bad}`
      : null;
  };
  return NUMBERS.flatMap((n) => {
    const empty = held[n].length === 0 && open[n] === undefined;
    const faults = held[n].flatMap((name) => faultOf(n, name) ?? []);
    return empty ? [`${n} has no test: ${SENTENCES[n]}`] : faults;
  });
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

const link = (name: string): string => {
  const file = fileOf(name);
  const titles = name
    .slice(file.length + INTO.length)
    .replace(/^\*$| › \*$/, (every) => every.replace('*', 'all of it'));
  return `[${file}](../${file}): ${cell(titles)}`;
};

function row(n: SentenceNumber, { held, open }: Claims): string {
  const why = open[n] === undefined ? [] : [`**Open:** ${cell(open[n])}`];
  return `| ${n} | ${cell(SENTENCES[n])} | ${[...held[n].map(link), ...why].join('<br>')} |`;
}

/** The table as the README has it. Says nothing that two runs could say differently. */
export function tableOf(claims: Claims): string {
  const open = NUMBERS.filter((n) => claims.open[n] !== undefined);
  const parts = SECTIONS.map(({ title, sentences }) =>
    [`## ${title}`, '', '| | sentence | held by |', '| --- | --- | --- |']
      .concat((Object.keys(sentences) as SentenceNumber[]).map((n) => row(n, claims)))
      .join('\n'),
  );
  const left =
    open.length === 0
      ? 'None is left open.'
      : `Open, or held by halves:\n\n${open.map((n) => `- **${n}** ${SENTENCES[n]}\n  ${claims.open[n]}`).join('\n')}`;
  return `# The sentences of the lifecycle, and the tests that hold them

Made by \`npm run test:lifecycle\` from \`sentences.ts\`, \`held/\` and \`open.ts\`; it fails where a test that is named here is
not there, or has not passed. A number is section, paragraph (or list item, or row) and sentence. A test stands here if it
would fail were the sentence not true.

${parts.join('\n\n')}

## What is held

${NUMBERS.length - open.length} of ${NUMBERS.length} sentences are held. ${left}
`;
}
