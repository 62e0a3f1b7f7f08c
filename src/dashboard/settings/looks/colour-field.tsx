import { useId } from 'preact/hooks';
import { ACCENT, isVisible, LEAST, shownAs, visibleShade } from '../../../domain/contrast';
import { Icon } from '../../parts/icons';
import { looks as words } from '../../words/en/looks';
import { inLanguage } from '../../words/words';

const oneDigit = inLanguage((tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }));

/** Cut, not rounded: 4.49 is not 4.5. */
const figure = (n: number): string => oneDigit().format(Math.floor(n * 10) / 10);

/** What is wrong with a colour; empty where nothing is. */
export function faultOfColour(accent: string): string {
  if (!ACCENT.test(accent)) return words.colourBad;
  return isVisible(accent) ? '' : words.colourPale({ figure: figure(shownAs(accent, 'light').contrasts.shape) });
}

/** The store's one colour, with what comes of it by the figures of WCAG. */
export function ColourField({ accent, onChange }: { accent: string; onChange: (accent: string) => void }) {
  const id = useId();
  const fault = faultOfColour(accent);
  const isColour = ACCENT.test(accent);
  const shade = isColour && fault ? visibleShade(accent) : '';
  return (
    <div class="field colour">
      <div class="line">
        <input
          class="swatch"
          type="color"
          aria-label={words.colour}
          value={isColour ? accent : '#000000'}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
        <input
          class="input"
          aria-label={words.colourCode}
          dir="ltr"
          maxLength={7}
          spellcheck={false}
          autoComplete="off"
          aria-invalid={fault !== ''}
          aria-describedby={`${id}f`}
          value={accent}
          onInput={(event) => onChange(typed(event.currentTarget.value))}
        />
        {shade && (
          <button class="btn sm" type="button" onClick={() => onChange(shade)}>
            <span class="dab" style={{ background: shade }} aria-hidden="true" />
            {words.useShade({ shade })}
          </button>
        )}
      </div>
      <p class="fault" id={`${id}f`} role="alert">
        {fault}
      </p>
      {isColour && <Figures accent={accent} />}
    </div>
  );
}

/** With the `#` that many leave out. */
const typed = (text: string): string =>
  (/^[\da-f]{6}$/i.test(text.trim()) ? `#${text.trim()}` : text.trim()).toLowerCase();

function Figures({ accent }: { accent: string }) {
  const schemes = [
    ['light', shownAs(accent, 'light')],
    ['dark', shownAs(accent, 'dark')],
  ] as const;
  const rows = [
    ['text', words.onColour, LEAST.text],
    ['shape', words.onPage, LEAST.shape],
    ['link', words.links, LEAST.text],
  ] as const;
  return (
    <table class="tbl figures" aria-label={words.figures}>
      <thead>
        <tr>
          <th scope="col">{words.figures}</th>
          {schemes.map(([scheme]) => (
            <th scope="col" key={scheme}>
              {words[scheme]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([pair, label, least]) => (
          <tr key={pair}>
            <th scope="row">{label}</th>
            {schemes.map(([scheme, { contrasts }]) => {
              const n = contrasts[pair];
              return (
                <td key={scheme}>
                  {words.ratio({ n: figure(n) })}{' '}
                  {n >= least ? (
                    <span class="ok">
                      <Icon name="check" />
                      <span class="sr">{words.enough}</span>
                    </span>
                  ) : (
                    scheme === 'dark' && <span class="hint">{words.adjusted}</span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
