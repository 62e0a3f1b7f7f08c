import type { ComponentChildren } from 'preact';
import { shownAs } from '../../../domain/contrast';
import { initials } from '../../parts/format';

/** As the launcher draws it (widget/loader). */
const BUBBLE =
  'M16 6c5.8 0 10 3.6 10 8.5s-4.2 8.5-10 8.5c-.9 0-1.8-.1-2.65-.25L8.7 25.2c-.5.25-1.05-.15-1-.7l.5-3.7C6.85 19.25 6 17 6 14.5 6 9.6 10.2 6 16 6z';

interface SampleProps {
  store: string;
  accent: string;
  scheme: 'light' | 'dark';
  lang: string;
  label: string;
  /** Below the store's name. */
  who: string;
  /** Where the launcher stands; null: it is not shown. */
  position: 'left' | 'right' | null;
  children: ComponentChildren;
}

/** The chat as a customer sees it, in the store's colour. The panel itself draws from the same tokens. */
export function Sample({ store, accent, scheme, lang, label, who, position, children }: SampleProps) {
  const { fill, text, link } = shownAs(accent, scheme);
  return (
    <figure
      class={`sample ${scheme} ${position ?? ''}`}
      style={{ '--fill': fill, '--on-fill': text, '--sample-link': link }}
      aria-label={label}
    >
      <div class="panel" lang={lang} dir={lang === 'ar' ? 'rtl' : 'ltr'}>
        <header>
          <span class="mark" aria-hidden="true">
            {initials(store)}
          </span>
          <span>
            <b>{store}</b>
            <small>{who}</small>
          </span>
        </header>
        {children}
      </div>
      {position && (
        <span class="launcher" aria-hidden="true">
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <path d={BUBBLE} />
          </svg>
        </span>
      )}
    </figure>
  );
}
