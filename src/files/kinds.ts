/** What may be sent, by what a file's content says, and which names and claims go with it. */

/** Files of one family may stand under each other's names: a WebP that was saved as `.jpg` is no lie. */
export type Family = 'picture' | 'phone-picture' | 'video' | 'sound' | 'pdf' | 'text' | 'zip' | 'document';

interface Kind {
  family: Family;
  /** The first is what a file gets whose name has none. */
  endings: readonly string[];
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN = 'application/vnd.oasis.opendocument';

const KINDS: Readonly<Record<string, Kind>> = {
  'image/jpeg': { family: 'picture', endings: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  'image/png': { family: 'picture', endings: ['png'] },
  'image/apng': { family: 'picture', endings: ['png', 'apng'] },
  'image/gif': { family: 'picture', endings: ['gif'] },
  'image/webp': { family: 'picture', endings: ['webp'] },
  'image/heic': { family: 'phone-picture', endings: ['heic'] },
  'image/heif': { family: 'phone-picture', endings: ['heif'] },
  'image/avif': { family: 'phone-picture', endings: ['avif'] },
  'video/mp4': { family: 'video', endings: ['mp4'] },
  'video/x-m4v': { family: 'video', endings: ['m4v'] },
  'video/quicktime': { family: 'video', endings: ['mov'] },
  'video/webm': { family: 'video', endings: ['webm'] },
  'video/3gpp': { family: 'video', endings: ['3gp'] },
  'audio/mpeg': { family: 'sound', endings: ['mp3'] },
  'audio/x-m4a': { family: 'sound', endings: ['m4a'] },
  'audio/mp4': { family: 'sound', endings: ['m4a'] },
  'audio/ogg': { family: 'sound', endings: ['ogg', 'opus'] },
  'audio/wav': { family: 'sound', endings: ['wav'] },
  'application/pdf': { family: 'pdf', endings: ['pdf'] },
  'text/plain': { family: 'text', endings: ['txt', 'csv', 'log', 'tsv', 'md'] },
  'application/zip': { family: 'zip', endings: ['zip'] },
  [`${OFFICE}.wordprocessingml.document`]: { family: 'document', endings: ['docx'] },
  [`${OFFICE}.spreadsheetml.sheet`]: { family: 'document', endings: ['xlsx'] },
  [`${OFFICE}.presentationml.presentation`]: { family: 'document', endings: ['pptx'] },
  [`${OPEN}.text`]: { family: 'document', endings: ['odt'] },
  [`${OPEN}.spreadsheet`]: { family: 'document', endings: ['ods'] },
  [`${OPEN}.presentation`]: { family: 'document', endings: ['odp'] },
};

/** Null for what may not be sent. @param mime as the content says, without parameters */
export const kindOf = (mime: string): Kind | null => KINDS[mime] ?? null;

const BY_ENDING = new Map(Object.values(KINDS).flatMap((kind) => kind.endings.map((ending) => [ending, kind.family])));

/** What a name says that the file is; null where it says nothing. */
export const familyOfName = (name: string): Family | null => BY_ENDING.get(endingOf(name)) ?? null;

/** What a browser says of it; null where that is nothing. */
export function familyOfClaim(claim: string): Family | null {
  const mime = claim.split(';')[0]?.trim().toLowerCase() ?? '';
  if (mime === 'text/csv' || mime === 'text/markdown') return 'text';
  // Browsers call every JPEG so; some systems have other names for the same.
  return kindOf(mime === 'image/jpg' ? 'image/jpeg' : mime)?.family ?? null;
}

export const endingOf = (name: string): string => /\.([a-z0-9]{1,12})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** What runs, or makes something run, when it is opened. */
const RUNS = new Set(
  (
    'exe com scr pif msi msix msp cpl dll sys drv bat cmd ps1 psm1 vbs vbe js jse mjs wsf wsh hta jar class apk aab ipa ' +
    'app dmg pkg deb rpm appimage run bin elf so dylib sh bash zsh command py pyw rb pl php phtml asp aspx jsp cgi lua ' +
    'lnk url desktop reg inf scf chm hlp gadget application swf wasm docm dotm xlsm xltm xlam xll pptm potm ppsm sldm ' +
    'html htm xhtml shtml mht mhtml svg svgz xml xsl xslt iso img vhd vhdx one'
  ).split(' '),
);
export const runs = (name: string): boolean => RUNS.has(endingOf(name));

/** The same by what a browser calls it, or by what its content says. */
const RUNNING =
  /^(?:text\/(?:html|xml|javascript|vbscript|x-php|x-python|x-sh\w*)|image\/svg\+xml|application\/(?:xml|xhtml\+xml|javascript|hta|java-archive|java-vm|wasm|vnd\.android\.package-archive|vnd\.ms-htmlhelp|x-(?:msdownload|msdos-program|msi|elf|mach-binary|deb|rpm|sh|httpd-php|shockwave-flash|ms-regedit|apple-diskimage|google-chrome-extension|xpinstall)|x\.ms\.shortcut|vnd\.ms-\S+\.macroenabled\.12|vnd\.microsoft\.portable-executable))$/;
export const isRunning = (mime: string): boolean => RUNNING.test(mime.split(';')[0]?.trim().toLowerCase() ?? '');

/** Archives are looked into one layer deep, and what is in another archive is not seen. */
const ARCHIVES = new Set('zip 7z rar tar gz tgz bz2 xz zst lz lzh arj ace cab'.split(' '));
export const isArchive = (name: string): boolean => ARCHIVES.has(endingOf(name));
