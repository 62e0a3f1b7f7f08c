import { findLinks } from '../../../widget/panel/links';

/** What somebody wrote, with its links found and shown as the customer's panel does. All else of it stays text. */
export const Linked = ({ text }: { text: string }) => (
  <>
    {findLinks(text).map((run) =>
      typeof run === 'string' ? (
        run
      ) : (
        <a class="lnk" href={run.href} target="_blank" rel="noopener noreferrer">
          {run.text}
        </a>
      ),
    )}
  </>
);
