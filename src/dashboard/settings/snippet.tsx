import { useSignal } from '@preact/signals';
import { lowerFirst } from '../parts/format';
import { Icon } from '../parts/icons';
import { settings } from '../words/en/settings';

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
      <button
        class="btn sm"
        type="button"
        aria-label={settings.copyWhat({ what: lowerFirst(label) })}
        onClick={() => void copy()}
      >
        <Icon name={copied.value ? 'check' : 'copy'} />
        {settings.copy}
      </button>
      <span class="sr" role="status">
        {copied.value && settings.copied}
      </span>
    </div>
  );
}
