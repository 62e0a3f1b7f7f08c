import { inLanguage } from '../words/words';

const unit = inLanguage((tag) => (of: 'kilobyte' | 'megabyte', digits: number) => {
  return new Intl.NumberFormat(tag, { style: 'unit', unit: of, maximumFractionDigits: digits });
});

/** "1.2 MB". @param bytes */
export const size = (bytes: number): string =>
  bytes >= 1_000_000
    ? unit()('megabyte', 1).format(bytes / 1e6)
    : unit()('kilobyte', 0).format(Math.max(1, bytes / 1e3));
