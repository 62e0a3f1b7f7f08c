import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { common } from '../words/en/common';
import { IconButton, Warning } from './parts';

interface DialogProps {
  title: string;
  onClose: () => void;
  onSubmit: () => void;
  children: ComponentChildren;
  /** What its button says that does it, and the one beside it that does not. */
  act: string;
  cancel?: string;
  disabled?: boolean;
}

/**
 * The browser's own modal dialog: it holds the focus and gives it back. Shown while it is rendered. Both in the same moment
 * as the page changes: whatever is pressed next is meant for what had the focus before.
 */
export function useModal(): { current: HTMLDialogElement | null } {
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = box.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return box;
}

/** Asks something: a title, what there is to say, and the button that does it. */
export function Dialog({
  title,
  onClose,
  onSubmit,
  children,
  act,
  cancel = common.cancel,
  disabled = false,
}: DialogProps) {
  const box = useModal();
  const name = useId();
  return (
    <dialog
      class="dialog"
      ref={box}
      aria-labelledby={name}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <header>
          <h2 id={name}>{title}</h2>
          <IconButton label={common.close} icon="close" onClick={onClose} />
        </header>
        <div class="body">{children}</div>
        <footer>
          <button class="btn" type="button" onClick={onClose}>
            {cancel}
          </button>
          <button class="btn pri" type="submit" disabled={disabled}>
            {act}
          </button>
        </footer>
      </form>
    </dialog>
  );
}

interface RemoveDialogProps {
  title: string;
  /** Where it is called otherwise than removing. */
  act?: string;
  /** @returns why it could not be removed; empty where it was */
  remove: () => Promise<string>;
  onClose: () => void;
  children: ComponentChildren;
}

/** Asks whether to remove something, and says why it could not be. It closes once it is gone. */
export function RemoveDialog({ title, act = common.remove, remove, onClose, children }: RemoveDialogProps) {
  const failed = useSignal('');
  const submit = async () => {
    failed.value = await remove();
    if (!failed.value) onClose();
  };
  return (
    <Dialog title={title} onClose={onClose} onSubmit={() => void submit()} act={act} cancel={common.keep}>
      <p>{children}</p>
      {failed.value && <Warning>{failed.value}</Warning>}
    </Dialog>
  );
}
