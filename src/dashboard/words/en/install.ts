import { room } from '../words';

/** Settings, Install. */
export const en = {
  title: 'Install',
  about: 'Put the chat on the pages of {store}.',
  line: 'The one line',
  lineAbout:
    'Paste it into your shop’s theme, just before the end of the page. Nothing more is loaded until somebody opens the chat.',
  tag: 'Script tag',
  key: 'The shop’s key',
  keyAbout: 'It says which shop a chat belongs to. It is no secret.',
  keyName: 'Key',
  from: 'Where the chat comes from',
  fromAbout: 'If your shop sets a content security policy, allow scripts and frames from this address.',
  address: 'Address',
} as const;

export const install = room('install', en);
