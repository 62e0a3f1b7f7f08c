import { useComputed } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { plural } from '../../parts/format';
import { Warning } from '../../parts/parts';
import type { SettingsPageProps } from '../settings';
import { ImportPart } from './import-part';
import './knowledge.css';
import { Sources } from './sources';
import { Importing } from './state';

/** What the assistant answers from, where it came from, and how it gets there. */
export function KnowledgePage({ store, manages }: SettingsPageProps) {
  const importing = useMemo(() => new Importing(store.id), [store.id]);
  useEffect(() => void importing.load(), [importing]);
  const knows = useComputed(() => importing.knows.value).value;
  return (
    <>
      <div class="head">
        <div class="t">
          <h2>Knowledge</h2>
          <p>What the assistant of {store.name} answers from.</p>
          {knows && (
            <p class="knows">
              {plural(knows.products, 'product', 'products')}, {plural(knows.articles, 'article', 'articles')}
            </p>
          )}
        </div>
      </div>
      {importing.failed.value && <Warning>{importing.failed.value}</Warning>}
      {manages && <ImportPart importing={importing} />}
      <Sources importing={importing} manages={manages} />
    </>
  );
}
