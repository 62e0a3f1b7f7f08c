import { words } from '../../words/en/privacy';

const GOES = ['words', 'customer', 'team', 'waiting'] as const;

/** What goes with a conversation. */
export const Goes = () => (
  <ul class="goes">
    {GOES.map((what) => (
      <li key={what}>{words.goes[what]}</li>
    ))}
  </ul>
);
