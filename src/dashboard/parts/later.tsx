import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { common } from '../words/en/common';
import { wholeLanguage } from '../words/words';
import { Warning } from './parts';

/** A page whose code comes when it is opened. */
export function Later<P extends object>({ load, props }: { load: () => Promise<ComponentType<P>>; props: P }) {
  // In an object, since a component is a function and would be called by the setter.
  const loaded = useSignal<{ View: ComponentType<P> } | 'failed' | null>(null);
  useEffect(() => {
    Promise.all([load(), wholeLanguage()]).then(
      ([View]) => {
        loaded.value = { View };
      },
      () => {
        loaded.value = 'failed';
      },
    );
  }, [load]);
  if (loaded.value === null) return null;
  if (loaded.value === 'failed') return <Warning>{common.pageFailed}</Warning>;
  const { View } = loaded.value;
  return <View {...props} />;
}
