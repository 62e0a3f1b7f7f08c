import { useSignal } from '@preact/signals';
import { Icon } from '../parts/icons';

/** Something to copy. */
export function Snippet({ label, text }: { label: string; text: string }) {
  const copied = useSignal(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    copied.value = true;
    setTimeout(() => {
      copied.value = false;
    }, 2_500);
  };
  return (
    <div class="snippet">
      <code>{text}</code>
      <button class="btn sm" type="button" aria-label={`Copy ${label.toLowerCase()}`} onClick={() => void copy()}>
        <Icon name={copied.value ? 'check' : 'copy'} />
        Copy
      </button>
      <span class="sr" role="status">
        {copied.value && 'Copied'}
      </span>
    </div>
  );
}
