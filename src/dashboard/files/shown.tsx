import { linksBy } from '../../../widget/panel/files/links';
import type { SentFile } from '../../protocol/files';
import { Icon } from '../parts/icons';
import { files as words } from '../words/en/files';
import { getLinks } from './door';
import './files.css';
import { size } from './size';

/** The files of a message: pictures as they are, everything else to be saved. Loaded with the first message that has some. */

export interface ShownProps {
  store: string;
  conversation: string;
  files: readonly SentFile[];
}

type Links = ReturnType<typeof linksBy>;
const known = new Map<string, Links>();

function linksOf(store: string, conversation: string): Links {
  const key = `${store}/${conversation}`;
  const before = known.get(key);
  if (before) return before;
  const links = linksBy(async (wanted) => {
    const answer = await getLinks(store, conversation, wanted);
    return answer.ok ? answer.value : null;
  });
  known.set(key, links);
  return links;
}

export const Shown = ({ store, conversation, files }: ShownProps) => (
  <ul class="shown-files" aria-label={words.list}>
    {files.map((file) => (
      <li key={file.id}>
        <One file={file} link={linksOf(store, conversation)(file.id).value} />
      </li>
    ))}
  </ul>
);

function One({ file: { name, size: bytes, picture }, link }: { file: SentFile; link: string }) {
  const to = link ? { href: link } : {};
  if (picture) {
    return (
      <a class="shot" {...to} target="_blank" rel="noopener noreferrer">
        <img {...(link && { src: link })} alt={name} style={{ '--w': picture.width, '--h': picture.height }} />
      </a>
    );
  }
  return (
    <a class="save" {...to} download={name}>
      <Icon name="sheet" />
      <bdi>{name}</bdi>
      <small class="num">{size(bytes)}</small>
    </a>
  );
}
