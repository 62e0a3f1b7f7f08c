import { signal } from '@preact/signals';
import { type Plan, plan } from '../../../assistant/knowledge/importing';
import { guessMapping, type Mapping, NEEDED } from '../../../assistant/knowledge/reading/columns';
import { type Format, kindOf } from '../../../assistant/knowledge/reading/formats';
import { inspect, type Read, readRows } from '../../../assistant/knowledge/reading/read';
import { Unreadable } from '../../../assistant/knowledge/reading/unreadable';
import type { Reading } from '../../../assistant/knowledge/rows';
import { carryOut, cleanUp, type Progress } from '../../../assistant/knowledge/sending';
import { lowerFirst } from '../../parts/format';
import { knowledge as words } from '../../words/en/knowledge';
import { discardImport, doorOf, getKnowledge, type Knows, Refused, removeSource, type Source } from './door';

/** What the page shows, and what its buttons do. Files are read here, in the browser; the server gets checked rows. */

/** What the merchant says of the files before they are read. */
export interface Choices {
  files: readonly File[];
  format: Format;
  heads: readonly string[];
  mapping: Mapping;
  encoding: string;
  /** True where it was chosen, not found. */
  ownEncoding: boolean;
  currency: string;
  site: string;
  /** The source that the files replace; null: a new one. */
  source: number | null;
  keep: boolean;
  preview: readonly Read[];
  /** Why the first rows cannot be shown. */
  problem: string;
}

export type Step =
  | { is: 'idle' }
  | { is: 'choosing'; choices: Choices }
  | { is: 'reading'; choices: Choices; rows: number }
  | { is: 'planned'; choices: Choices; plan: Plan; part: boolean }
  | { is: 'sending'; progress: Progress | null; stop: () => void }
  | { is: 'done'; plan: Plan; whole: boolean }
  | { is: 'failed'; message: string };

/** A free plan writes 100,000 rows a day; what else a day brings needs some of them. */
export const ROWS_IN_ONE_DAY = 80_000;
const PREVIEW = 4;

export class Importing {
  readonly step = signal<Step>({ is: 'idle' });
  readonly knows = signal<Knows | null>(null);
  readonly failed = signal('');
  readonly removing = signal('');
  private asked = 0;
  private readonly store: string;

  constructor(store: string) {
    this.store = store;
  }

  load = async (): Promise<void> => {
    const answer = await getKnowledge(this.store);
    if (answer.ok) this.knows.value = answer.value;
    else this.failed.value = answer.message;
  };

  /** @param into the source whose import goes on */
  choose = async (files: readonly File[], into: Source | null = null): Promise<void> => {
    const [first] = files;
    if (!first) return;
    try {
      const found = await inspect(first);
      const reading = into?.reading;
      const format = reading?.format ?? found.format;
      const choices: Choices = {
        files,
        ...found,
        format,
        mapping: reading?.mapping ?? found.mapping,
        ownEncoding: false,
        currency: reading?.currency ?? '',
        site: reading?.site ?? '',
        source: into?.n ?? this.likely(format)?.n ?? null,
        keep: kindOf(format) === 'articles',
        preview: [],
        problem: '',
      };
      await this.change(choices);
    } catch (error) {
      this.fail(error);
    }
  };

  /** The one source of this kind and format, if there is one: a shop imports the same file again and again. */
  private likely(format: Format): Source | undefined {
    const same = this.knows.value?.sources.filter(
      (one) => one.kind === kindOf(format) && (one.reading.format === format || one.kind === 'articles'),
    );
    return same?.length === 1 ? same[0] : undefined;
  }

  /** Takes other choices, and shows the first rows as they would be read. */
  change = async (choices: Choices): Promise<void> => {
    const asked = ++this.asked;
    this.step.value = { is: 'choosing', choices };
    const rows = await this.firstRows(choices);
    if (asked === this.asked && this.step.value.is === 'choosing') {
      this.step.value = { is: 'choosing', choices: { ...choices, ...rows } };
    }
  };

  private async firstRows(choices: Choices): Promise<Pick<Choices, 'preview' | 'problem'>> {
    const preview: Read[] = [];
    try {
      for (const file of choices.files.slice(0, PREVIEW)) {
        for await (const read of readRows(file, readingOf(choices), { complete: true, left: 0 }, Date.now())) {
          if (preview.push(read) >= PREVIEW) break;
        }
        if (preview.length >= PREVIEW) break;
      }
      return { preview, problem: '' };
    } catch (error) {
      if (error instanceof Unreadable) return { preview, problem: error.message };
      throw error;
    }
  }

  cancel = async (): Promise<void> => {
    const step = this.step.value;
    this.asked++;
    this.step.value = { is: 'idle' };
    // A plan opened an import: one that nothing was sent of is given up.
    if (step.is === 'planned' && !step.plan.resumed) await this.discard(step.plan.session.source);
  };

  /** Reads the files through, and says what importing them would do. */
  check = async (choices: Choices): Promise<void> => {
    this.step.value = { is: 'reading', choices, rows: 0 };
    try {
      const { files, source, keep } = choices;
      const kind = kindOf(choices.format);
      const known = this.knows.value?.sources.find(({ n }) => n === source);
      const name = known?.name ?? nameOf(files, kind);
      const begin = { kind, source, name, reading: readingOf(choices) };
      const made = await plan(doorOf(this.store), { files, begin, keep, now: Date.now() }, (rows) => {
        this.step.value = { is: 'reading', choices, rows };
      });
      this.step.value = { is: 'planned', choices, plan: made, part: made.rows > ROWS_IN_ONE_DAY };
    } catch (error) {
      this.fail(error);
    }
  };

  send = async (made: Plan, part: boolean): Promise<void> => {
    const abort = new AbortController();
    const show = (progress: Progress | null) => {
      this.step.value = { is: 'sending', progress, stop: () => abort.abort() };
    };
    show(null);
    try {
      const most = part ? ROWS_IN_ONE_DAY : Number.POSITIVE_INFINITY;
      const whole = await carryOut(doorOf(this.store), made, { progress: show, most, signal: abort.signal });
      this.step.value = { is: 'done', plan: made, whole };
    } catch (error) {
      this.fail(error);
    }
    await this.load();
  };

  remove = async (source: Source): Promise<void> => {
    this.removing.value = source.name;
    const answer = await removeSource(this.store, source.n);
    await this.cleaned(answer, source.n);
  };

  discard = async (source: number): Promise<void> => {
    await this.cleaned(await discardImport(this.store, source), source);
  };

  private async cleaned(answer: Awaited<ReturnType<typeof removeSource | typeof discardImport>>, source: number) {
    this.failed.value = answer.ok ? '' : answer.message;
    // It is found no more; what it leaves behind goes in steps, and if that breaks off, with the next import.
    if (answer.ok) await cleanUp(doorOf(this.store), source).catch(() => {});
    this.removing.value = '';
    await this.load();
  }

  private fail(error: unknown): void {
    if (!(error instanceof Unreadable || error instanceof Refused)) throw error;
    this.step.value = { is: 'failed', message: error.message };
  }
}

const nameOf = (files: readonly File[], kind: 'products' | 'articles'): string =>
  files.length > 1 && kind === 'articles' ? words.helpArticles : (files[0]?.name ?? words.file).slice(0, 120);

/** Whether it is for the merchant to say what is what: of JSON, where its own fields do not tell. */
export const hasOwnColumns = (format: Format, heads: readonly string[]): boolean =>
  format === 'csv' || (format === 'json' && NEEDED.some((field) => !guessMapping(heads)[field]));

export function readingOf({ format, heads, mapping, currency, site, encoding, ownEncoding }: Choices): Reading {
  return {
    format,
    ...(hasOwnColumns(format, heads) && { mapping }),
    ...(currency && { currency }),
    ...(/^https?:\/\/[^\s<>"]+$/i.test(site) && { site }),
    ...(ownEncoding && { encoding }),
  };
}

/** In English the name of the field itself, which is the word. */
const nameOfField = (field: (typeof NEEDED)[number]): string => lowerFirst(words.fields[field]);

/** What is still to be said before the files can be read. */
export function missingOf({ format, heads, mapping, site }: Choices): string {
  if ((format === 'shopify' || format === 'woocommerce') && !/^https?:\/\/[^\s<>"]+$/i.test(site))
    return words.enterAddress;
  const field = hasOwnColumns(format, heads) ? NEEDED.find((one) => !mapping[one]) : undefined;
  return field ? words[format === 'json' ? 'chooseField' : 'chooseColumn']({ name: nameOfField(field) }) : '';
}
