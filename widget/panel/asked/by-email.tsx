import { sayAny as say } from '../words';

/** It came as an answer to a mail of ours. What was attached has only its name here. */
export const ByEmail = ({ attachments }: { attachments: readonly string[] }) => (
  <p class="stamp me mailed">
    <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M3.75 3.5h8.5a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 1-1.5 1.5h-8.5a1.5 1.5 0 0 1-1.5-1.5V5a1.5 1.5 0 0 1 1.5-1.5M2.75 4.75L8 8.9l5.25-4.15" />
    </svg>
    <span>
      {say('byEmail')}
      {attachments.map((name) => (
        <>
          {' · '}
          <bdi>{name}</bdi>
        </>
      ))}
    </span>
  </p>
);
