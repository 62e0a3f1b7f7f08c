import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../views/icons';
import { sayAny as say } from '../words';
import { beginAnew, endChat, view } from './ending';

/** A dialog as long as it is there. Escape closes it, and whoever had the focus gets it back. */
function useModal() {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    dialog.current?.showModal();
    // Not by its attribute: a frame of another site is refused that, and says so on the shop's console.
    dialog.current?.querySelector('input')?.focus();
    return () => {
      // What opened it may be gone with its menu.
      if (before?.isConnected) before.focus();
    };
  }, []);
  return dialog;
}

const close = () => {
  view.value = null;
};

/** A dialog over the whole panel. */
export function Sheet({ title, children }: { title: string; children: ComponentChildren }) {
  const dialog = useModal();
  return (
    <dialog class="sheet" aria-labelledby="sheet" ref={dialog} onClose={close}>
      <div class="head">
        <h2 id="sheet">{title}</h2>
        <button class="icon-btn" type="button" aria-label={say('close')} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </div>
      {children}
    </dialog>
  );
}

/** Ending is asked back, as leaving a person is. @param anew another chat is to follow */
export function Sure({ anew }: { anew: boolean }) {
  const dialog = useModal();
  return (
    <dialog
      class="leaving"
      role="alertdialog"
      aria-labelledby="ending"
      aria-describedby="ending-text"
      ref={dialog}
      onClose={close}
    >
      <h2 id="ending">{say('endTitle')}</h2>
      <p id="ending-text">{say('endText')}</p>
      <div class="acts">
        <button class="btn sec" type="button" onClick={() => dialog.current?.close()}>
          {say('stay')}
        </button>
        <button
          class="btn pri"
          type="button"
          onClick={() => {
            dialog.current?.close();
            if (anew) void beginAnew();
            else endChat();
          }}
        >
          {say(anew ? 'startNew' : 'end')}
        </button>
      </div>
    </dialog>
  );
}
