import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { inkOn } from './colour';

/**
 * The frame of every mail. Mail clients know no custom properties and often no `<style>`: every value is inline, and the
 * block in the head only adds the dark scheme and narrow screens.
 */

const FONT = "'Segoe UI',-apple-system,Roboto,'Helvetica Neue',Arial,sans-serif";
const INK = '#1d1c18';
const ACCENT = '#0b6077';

const STYLE = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  @media (prefers-color-scheme: dark) {
    .e-page { background: #11100f !important; }
    .e-sheet { background: #1a1917 !important; border-color: #32302d !important; }
    .e-ink, .e-ink a { color: #edecea !important; }
    .e-2 { color: #c4c2be !important; }
    .e-3, .e-3 a { color: #a6a39e !important; }
    .e-line { border-color: #32302d !important; }
    .e-urgent { background: #35201c !important; color: #ff9a8d !important; border-color: #6b352d !important; }
    .e-btn { background: #1f6f89 !important; }
    .e-quote { background: #242320 !important; }
  }
  @media (max-width: 520px) {
    .e-pad { padding-left: 20px !important; padding-right: 20px !important; }
    .e-label { display: block !important; width: auto !important; padding-bottom: 0 !important; }
    .e-value { display: block !important; padding-top: 2px !important; }
    .e-btn, .e-own { display: block !important; text-align: center !important; }
  }`;

/** Up to two letters for the square that stands for a store. */
const squareOf = (name: string): string => {
  const words = name.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word));
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
};

interface Frame {
  lang?: string;
  dir?: 'ltr' | 'rtl' | undefined;
  /** `#rrggbb`, of the store. */
  accent?: string | undefined;
  /** Of the store, or "Baton"; null where the words say it. */
  from: string | null;
  /** When it was written, as the reader reads it. */
  at?: string | undefined;
  /** What stands in the list of mails beside the subject. */
  preview: string;
  /** What stands above all, in small letters. */
  above?: string | undefined;
  children: Child;
}

const Sender = ({
  from,
  at,
  dir,
  accent = ACCENT,
}: Omit<Frame, 'from' | 'preview' | 'children'> & { from: string }) => (
  <tr>
    <td class="e-pad" style="padding:24px 32px 0;">
      <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border={0}>
        <tr>
          <td
            width="28"
            style={`width:28px;height:28px;background:${accent};border-radius:6px;color:${inkOn(accent)};font-size:11px;line-height:28px;font-weight:600;text-align:center;`}
          >
            {squareOf(from)}
          </td>
          <td
            class="e-2"
            style={`padding-${dir === 'rtl' ? 'right' : 'left'}:10px;font-size:13px;line-height:20px;color:#4a4843;`}
          >
            {from}
          </td>
          {at && (
            <td
              class="e-3"
              align={dir === 'rtl' ? 'left' : 'right'}
              style="font-size:13px;line-height:20px;color:#625f5a;"
            >
              {at}
            </td>
          )}
        </tr>
      </table>
    </td>
  </tr>
);

const Above = ({ children }: { children: string }) => (
  <tr>
    <td class="e-3 e-pad" align="center" style="padding:16px 32px 0;font-size:12px;line-height:18px;color:#625f5a;">
      {children}
    </td>
  </tr>
);

const Layout = ({ from, at, preview, above, children, lang = 'en', dir = 'ltr', accent }: Frame) => (
  <html lang={lang} dir={dir}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <meta name="color-scheme" content="light dark" />
      <style>{raw(STYLE)}</style>
    </head>
    <body style="margin:0;padding:0;">
      <div style="display:none;max-height:0;overflow:hidden;">{preview}</div>
      <table
        role="presentation"
        lang={lang}
        dir={dir}
        class="e-page"
        width="100%"
        cellpadding="0"
        cellspacing="0"
        border={0}
        style={`background:#f6f5f3;font-family:${FONT};`}
      >
        <tr>
          <td align="center" style="padding:32px 16px;">
            <table
              role="presentation"
              class="e-sheet"
              width="600"
              cellpadding="0"
              cellspacing="0"
              border={0}
              style="width:100%;max-width:600px;background:#ffffff;border:1px solid #e2e0dc;border-radius:10px;"
            >
              {above && <Above>{above}</Above>}
              {from !== null && <Sender from={from} at={at} dir={dir} accent={accent} />}
              {children}
            </table>
          </td>
        </tr>
      </table>
    </body>
  </html>
);

export const Heading = ({ children }: { children: Child }) => (
  <tr>
    <td class="e-pad" style="padding:24px 32px 0;">
      <h1 class="e-ink" style={`margin:0 0 4px;font-size:22px;line-height:28px;font-weight:600;color:${INK};`}>
        {children}
      </h1>
    </td>
  </tr>
);

export const Words = ({ gap = 4, children }: { gap?: number; children: Child }) => (
  <tr>
    <td class="e-pad" style={`padding:${gap}px 32px 0;`}>
      <p class="e-2" style="margin:0;font-size:14px;line-height:20px;color:#4a4843;">
        {children}
      </p>
    </td>
  </tr>
);

/** @param accent a store's own colour; it stays in the dark, where ours is lifted a little */
export const Button = ({ href, accent, children }: { href: string; accent?: string | undefined; children: Child }) => (
  <tr>
    <td class="e-pad" style="padding:20px 32px 0;">
      <a
        class={accent ? 'e-own' : 'e-btn'}
        href={href}
        style={`display:inline-block;background:${accent ?? ACCENT};border-radius:6px;padding:11px 20px;font-size:14px;line-height:20px;font-weight:600;color:${inkOn(accent ?? ACCENT)};text-decoration:none;`}
      >
        {children}
      </a>
    </td>
  </tr>
);

/** @param apart whether a line keeps it from what stands above */
export const SmallPrint = ({ apart = true, children }: { apart?: boolean; children: Child }) => (
  <tr>
    <td class="e-pad" style={`padding:${apart ? 24 : 20}px 32px 28px;`}>
      <p
        class="e-3 e-line"
        style={`margin:0;${apart ? 'padding-top:20px;border-top:1px solid #e2e0dc;' : ''}font-size:12px;line-height:18px;color:#625f5a;`}
      >
        {children}
      </p>
    </td>
  </tr>
);

export const Urgent = ({ children }: { children: string }) => (
  <span
    class="e-urgent"
    style="display:inline-block;background:#fdf0ed;border:1px solid #ecc2ba;border-radius:4px;padding:0 7px;font-size:12px;line-height:18px;font-weight:600;color:#b02a1e;"
  >
    {children}
  </span>
);

/** A part of its own, below a line. */
export const Part = ({ title, gap, children }: { title: string; gap: number; children: Child }) => (
  <tr>
    <td class="e-pad" style={`padding:${gap}px 32px 0;`}>
      <h2
        class="e-ink e-line"
        style={`margin:0 0 8px;padding-top:20px;border-top:1px solid #e2e0dc;font-size:14px;line-height:20px;font-weight:600;color:${INK};`}
      >
        {title}
      </h2>
      {children}
    </td>
  </tr>
);

export const Quiet = ({ href, children }: { href: string; children: Child }) => (
  <a href={href} style="color:#625f5a;text-decoration:underline;">
    {children}
  </a>
);

/** The HTML part. */
export const renderMail = async (frame: Frame): Promise<string> => `<!doctype html>${await (<Layout {...frame} />)}`;
