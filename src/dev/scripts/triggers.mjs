import { registerHooks } from 'node:module';
import { createInterface } from 'node:readline';

/**
 * `npm run triggers < lines.txt`: which of these messages would have asked for a person, one JSON object a line. For a
 * merchant who wants to know before customers do: last month's messages, one a line.
 *
 * `-- --lang de` is the language of the page (BCP 47); without it, English.
 */

// The Worker's own sources name each other without endings, as its bundler wants them.
registerHooks({
  resolve: (specifier, context, next) =>
    next(/^\.\.?\/.*(?<!\.\w+)$/.test(specifier) ? `${specifier}.ts` : specifier, context),
});
const { triggerOf } = await import('../../domain/triggers.ts');
const { urgencyOf } = await import('../../domain/reasons.ts');

const at = process.argv.indexOf('--lang');
const lang = at < 0 ? 'en' : (process.argv[at + 1] ?? 'en');

for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  const { reason = null, matched = null, language = null } = triggerOf(text, lang) ?? {};
  const urgent = urgencyOf(reason) === 'urgent';
  process.stdout.write(`${JSON.stringify({ text, reason, urgent, matched, language })}\n`);
}
