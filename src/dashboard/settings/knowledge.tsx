import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { plural } from '../parts/format';
import { Icon } from '../parts/icons';
import { Warning } from '../parts/parts';
import { type Answer, type Counts, getKnowledge, type ImportReport, importKnowledge } from '../session/api';
import type { SettingsPageProps } from './settings';

type Kind = 'products' | 'articles';
interface Imported {
  file: string;
  answer: Answer<ImportReport>;
}

/** What the assistant answers from, and how it gets there. */
export function Knowledge({ store, manages }: SettingsPageProps) {
  const counts = useSignal<Answer<Counts> | null>(null);
  const load = async () => {
    counts.value = await getKnowledge(store.id);
  };
  useEffect(() => void load(), [store.id]);
  const known = counts.value;
  return (
    <>
      <div class="head">
        <div class="t">
          <h2>Knowledge</h2>
          <p>What the assistant of {store.name} answers from.</p>
        </div>
      </div>
      {known && !known.ok && <Warning>{known.message}</Warning>}
      <Part
        kind="products"
        title="Products"
        count={known?.ok ? plural(known.value.products, 'product', 'products') : ''}
        about="A Google product feed (XML). A feed replaces the one before it: what it no longer lists is removed."
        accept=".xml,text/xml,application/xml"
        button="Upload product feed"
        store={store.id}
        manages={manages}
        onDone={load}
      />
      <Part
        kind="articles"
        title="Articles"
        count={known?.ok ? plural(known.value.articles, 'article', 'articles') : ''}
        about="Help pages in Markdown, one file each. A file with the same name replaces the article before it."
        accept=".md,.markdown,text/markdown"
        button="Upload articles"
        store={store.id}
        manages={manages}
        onDone={load}
      />
    </>
  );
}

interface PartProps {
  kind: Kind;
  title: string;
  count: string;
  about: string;
  accept: string;
  button: string;
  store: string;
  manages: boolean;
  onDone: () => Promise<void>;
}

function Part({ kind, title, count, about, accept, button, store, manages, onDone }: PartProps) {
  const field = useRef<HTMLInputElement>(null);
  const sending = useSignal('');
  const results = useSignal<readonly Imported[]>([]);
  const send = async (files: readonly File[]) => {
    results.value = [];
    for (const file of files) {
      sending.value = file.name;
      const answer = await importKnowledge(store, kind, file);
      results.value = [...results.value, { file: file.name, answer }];
    }
    sending.value = '';
    if (field.current) field.current.value = '';
    await onDone();
  };
  return (
    <section class="part" aria-label={title}>
      <div class="top">
        <div class="t">
          <h3>
            {title} <span class="count-of">{count}</span>
          </h3>
          <p>{about}</p>
        </div>
        {manages && (
          <>
            <input
              ref={field}
              type="file"
              hidden
              accept={accept}
              multiple={kind === 'articles'}
              aria-label={button}
              onChange={(event) => void send([...(event.currentTarget.files ?? [])])}
            />
            <button class="btn" type="button" onClick={() => sending.value === '' && field.current?.click()}>
              {button}
            </button>
          </>
        )}
      </div>
      <div role="status" aria-label={`${title} import`}>
        {sending.value && <p class="hint">Reading {sending.value}…</p>}
        {!sending.value && results.value.length > 0 && <Report results={results.value} />}
      </div>
    </section>
  );
}

/** What an import did: sums, and every row that could not be read. */
function Report({ results }: { results: readonly Imported[] }) {
  const reports = results.flatMap(({ file, answer }) => (answer.ok ? [{ file, ...answer.value }] : []));
  const sum = (of: 'added' | 'changed' | 'removed') => reports.reduce((total, report) => total + report[of], 0);
  const bad = reports.flatMap(({ file, bad }) => bad.map((row) => ({ file, ...row })));
  return (
    <div class="report">
      {reports.length > 0 && (
        <p>
          <Icon name="check" />
          {sum('added')} added, {sum('changed')} changed, {sum('removed')} removed
          {bad.length > 0 && `, ${plural(bad.length, 'bad row', 'bad rows')}`}
        </p>
      )}
      {results.map(
        ({ file, answer }) =>
          !answer.ok && (
            <Warning key={file}>
              <b>{file}</b> {answer.message}
            </Warning>
          ),
      )}
      {bad.length > 0 && (
        <table class="tbl" aria-label="Bad rows">
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col" class="r">
                Line
              </th>
              <th scope="col">Cause</th>
            </tr>
          </thead>
          <tbody>
            {bad.map((row) => (
              <tr key={`${row.file}:${row.line}:${row.cause}`}>
                <td>{row.file}</td>
                <td class="r">{row.line}</td>
                <td>{row.cause}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
