import { useComputed } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { Warning } from '../../parts/parts';
import type { SettingsPageProps } from '../settings';
import { ImportPart } from './import-part';
import './knowledge.css';
import { knowledge as words } from '../../words/en/knowledge';
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
          <h2>{words.title}</h2>
          <p>{words.about({ store: store.name })}</p>
          {knows && (
            <p class="knows">
              {words.productsAndArticles({
                products: words.products({ n: knows.products }),
                articles: words.articles({ n: knows.articles }),
              })}
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
