import { Runtime, type Server } from './runtime.ts';
import { median, percentile } from './stats.ts';

/** One search after another over a large shop, from question to what was found, with what D1 read for it. */

export const PRODUCTS = 50_000;
export const ARTICLES = 500;
const SEARCHES = 400;

export interface Searches {
  /** Milliseconds that the products took to import, read, compared and written. */
  imported: number;
  p50: number;
  p95: number;
  /** Rows that D1 read: the median, and the most. */
  read: number;
  mostRead: number;
  /** Milliseconds of processor time that a search takes: what a busy machine disturbs least. */
  processor: number;
  processorP95: number;
  /** What a request to the same server costs that asks nothing. */
  hop: number;
  /** Questions to which nothing was found. */
  nothing: number;
}

export async function searches(bundles: Record<Server, string>, storage: string): Promise<Searches> {
  const runtime = await Runtime.start(bundles, ['search'], storage);
  try {
    const shop = new Shop();
    const post = async (path: string, body: string) => {
      const answer = await fetch(runtime.url('search') + path, { method: 'POST', body });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    };
    const filling = performance.now();
    for (let n = 0; n < PRODUCTS; n += 10_000) await post(`/fill?format=google-tsv&source=${n}`, shop.feed(n, 10_000));
    const imported = performance.now() - filling;
    await post('/fill?format=questions', shop.questions(ARTICLES));
    const questions = Array.from({ length: SEARCHES }, (_, n) => shop.question(n));
    const times: number[] = [];
    const read: number[] = [];
    const hops: number[] = [];
    let nothing = 0;
    const spent: number[] = [];
    await runtime.quiet();
    for (const [n, question] of [...questions.slice(0, 20), ...questions].entries()) {
      const hop = performance.now();
      await (await fetch(runtime.url('search'), { method: 'HEAD' })).arrayBuffer();
      const before = runtime.processorTime();
      const begun = performance.now();
      const answer = await fetch(`${runtime.url('search')}/search?q=${encodeURIComponent(question)}`);
      const found = (await answer.json()) as { products: number; passages: number; read: number };
      // The first ones warm the server up.
      if (n < 20) continue;
      hops.push(begun - hop);
      times.push(performance.now() - begun);
      spent.push(runtime.processorTime() - before);
      read.push(found.read);
      if (found.products + found.passages === 0) nothing++;
    }
    return {
      imported,
      p50: median(times),
      p95: percentile(times, 0.95),
      read: median(read),
      mostRead: Math.max(...read),
      processor: median(spent),
      processorP95: percentile(spent, 0.95),
      hop: median(hops),
      nothing,
    };
  } finally {
    await runtime.stop();
  }
}

const KINDS =
  'headphones speaker keyboard mouse monitor charger cable lamp router camera watch hub drive stand case'.split(' ');
const KINDS_OF =
  'wireless compact ergonomic premium ultra bluetooth mechanical portable smart waterproof slim rugged'.split(' ');
const COLOURS = 'black white blue red green grey silver gold'.split(' ');

/** A shop as large as asked for, the same each time: words fall off in frequency as they do in texts. */
class Shop {
  private seed = 1;
  private readonly words = Array.from({ length: 4_000 }, () => this.made());
  private readonly brands = Array.from({ length: 200 }, () => this.made());

  private random(n: number): number {
    this.seed = (Math.imul(this.seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (this.seed >>> 8) % n;
  }
  private of<T>(list: readonly T[]): T {
    return list[this.random(list.length)] as T;
  }
  private made(): string {
    return Array.from(
      { length: 2 + this.random(4) },
      () => this.of([...'bdfgklmnprstvz']) + this.of([...'aeiou']),
    ).join('');
  }
  private word(): string {
    return this.words[Math.floor(this.words.length * (this.random(10_000) / 10_000) ** 2.5)] ?? '';
  }
  private text(length: number): string {
    return Array.from({ length }, () => this.word()).join(' ');
  }

  feed(from: number, count: number): string {
    const head = 'id\ttitle\tdescription\tlink\tprice\tavailability\tbrand\tproduct_type\tcolor\tmpn';
    const rows = Array.from({ length: count }, (_, n) => {
      const [kind, brand, colour] = [this.of(KINDS), this.of(this.brands), this.of(COLOURS)];
      const title = `${brand} ${this.of(KINDS_OF)} ${kind} ${this.of(KINDS_OF)} X${this.random(9_000)}-${this.random(99)}, ${colour}`;
      const price = `${5 + this.random(900)}.90 EUR`;
      const stock = this.random(10) > 0 ? 'in stock' : 'out of stock';
      const id = `p${from + n}`;
      const link = `https://shop.example/${id}`;
      return [
        id,
        title,
        this.text(80),
        link,
        price,
        stock,
        brand,
        `Electronics > ${kind}`,
        colour,
        `M-${from + n}`,
      ].join('\t');
    });
    return [head, ...rows].join('\n');
  }

  questions(count: number): string {
    const rows = Array.from({ length: count }, (_, n) => `"How does ${this.text(4)} work, ${n}?","${this.text(120)}"`);
    return ['question,answer', ...rows].join('\n');
  }

  /** What customers ask: a kind, a brand, a colour, a limit, a model, a rule, a slip of the finger. */
  question(n: number): string {
    const [kind, how, brand, colour] = [this.of(KINDS), this.of(KINDS_OF), this.of(this.brands), this.of(COLOURS)];
    const slip = kind.slice(0, 2) + kind.slice(3);
    const asked = [
      kind,
      `${how} ${kind}`,
      `do you have ${colour} ${brand} ${kind} under ${50 + this.random(400)} euros`,
      `I am looking for a ${how} ${colour} ${kind} in stock`,
      `M-${this.random(PRODUCTS)}`,
      `${brand} ${slip}`,
      `how does ${this.text(3)} work`,
      `${how} ${kind} ${this.text(2)} between 20 and 200 €`,
    ];
    return asked[n % asked.length] ?? kind;
  }
}
