import { Marked } from 'marked';

const escapeHtml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

// A store's owner can import other articles later, so markup in the text stays text and links stay web links.
const marked = new Marked({
  async: false,
  renderer: {
    html: ({ text }) => escapeHtml(text),
    link(token) {
      const label = this.parser.parseInline(token.tokens);
      return /^(https?:\/\/|mailto:|\/|#)/.test(token.href)
        ? `<a href="${escapeHtml(token.href)}">${label}</a>`
        : label;
    },
    image: ({ text }) => escapeHtml(text),
  },
});

/** Markdown to HTML that needs no further escaping. */
export function articleHtml(markdown: string): string {
  return marked.parse(markdown, { async: false });
}
