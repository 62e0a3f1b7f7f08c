import type { ComponentChildren } from 'preact';
import { shownAs } from '../../../domain/contrast';
import { ICONS, type LauncherIcon } from '../../../settings/launcher';
import { initials } from '../../parts/format';

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
  /** The launcher's picture, and the words beside it. */
  icon?: LauncherIcon | undefined;
  beside?: string | undefined;
  children: ComponentChildren;
}

/** The chat as a customer sees it, in the store's colour. The panel itself draws from the same tokens. */
export function Sample({
  store,
  accent,
  scheme,
  lang,
  label,
  who,
  position,
  icon = 'bubble',
  beside,
  children,
}: SampleProps) {
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
            <path d={ICONS[icon]} />
          </svg>
          {beside && <bdi>{beside}</bdi>}
        </span>
      )}
    </figure>
  );
}
