import { closePanel } from '../beside';
import { phase } from '../chat';
import { kept } from '../host';
import { more } from '../more/loader';
import { say } from '../words';
import { Icon } from './icons';

/** Two letters for the store's mark: of its first two words, or of the one it has. */
export function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => [...word][0]) : [...(words[0] ?? '')].slice(0, 2);
  return letters.join('').toLocaleUpperCase();
}

/** Who answers now: machines are square, people are round. */
export function Head() {
  const store = kept.value.name ?? '';
  const now = phase.value;
  const person = now.is === 'person' ? now.person : null;
  const More = more.value;
  return (
    <div class="head">
      <span class={person ? 'face' : 'mark'} aria-hidden="true">
        {person ? person.initials : initialsOf(store)}
      </span>
      <div class="who">
        <h1>
          <bdi>{person ? person.name : store || say('chat')}</bdi>
        </h1>
        <p>{person ? say('support', { store }) : say('assistant')}</p>
      </div>
      {More && <More.Menu />}
      <button class="icon-btn" type="button" aria-label={say('closeChat')} onClick={closePanel}>
        <Icon name="close" />
      </button>
    </div>
  );
}
