import { type BrowserContext, expect, type Page } from '@playwright/test';

/** Tokens travel as subprotocol, bearer or cookie. What is shorter than this could stand in a URL by chance. */
const SHORTEST = 16;

/**
 * Listens to one browser context from its first page on: every URL that is asked for, every token that is handed out,
 * and everything unexpected on the console.
 */
export class Watch {
  readonly urls: string[] = [];
  readonly warnings: string[] = [];
  private readonly errors: string[] = [];
  private readonly tokens = new Set<string>();
  private readonly reading: Promise<void>[] = [];
  private allowed: RegExp[] = [];

  constructor(private readonly context: BrowserContext) {
    context.on('request', (request) => this.urls.push(request.url()));
    context.on('page', (page) => this.follow(page));
    context.on('console', (message) => {
      if (message.type() === 'warning') this.warnings.push(message.text());
      if (message.type() === 'error') this.errors.push(`${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => this.errors.push(String(error.error())));
    context.on('response', (response) => {
      if (!/\/widget\/session$|\/ticket$/.test(response.url()) || response.status() !== 200) return;
      const read = response.json().then(
        (body: { token?: string; ticket?: string }) => this.keep(body.token ?? body.ticket ?? ''),
        // The page left before its answer was read.
        () => undefined,
      );
      this.reading.push(read);
    });
  }

  private follow(page: Page): void {
    page.on('websocket', (socket) => this.urls.push(socket.url()));
  }

  private keep(token: string): void {
    for (const part of [token, ...token.split('.')]) if (part.length >= SHORTEST) this.tokens.add(part);
  }

  /** What a test brings about itself, such as a connection that it cuts. */
  expectErrors(...patterns: RegExp[]): void {
    this.allowed.push(...patterns);
  }

  /** Fails on an unexpected error, and on a token in a URL. Call it last. */
  async check(): Promise<void> {
    await Promise.all(this.reading);
    for (const cookie of await this.context.cookies()) this.keep(decodeURIComponent(cookie.value));
    const leaks = this.urls.filter((url) => [...this.tokens].some((token) => decodeURIComponent(url).includes(token)));
    expect(leaks, 'URLs that carry a token').toEqual([]);
    const unexpected = this.errors.filter((error) => !this.allowed.some((pattern) => pattern.test(error)));
    expect(unexpected, 'errors on the console').toEqual([]);
  }

  /** Whether any token was seen at all: without one, `check` would prove nothing about URLs. */
  get sawTokens(): boolean {
    return this.tokens.size > 0;
  }
}
