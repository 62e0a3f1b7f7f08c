import { IconButton } from '../parts/parts';
import { testing } from '../words/en/testing';
import { testBeside, testPage } from './testing';

/** The simulated shop page beside whatever page of the dashboard is open. */
export const TestPanel = ({ store }: { store: string }) => (
  <aside class="sheet test-page" aria-label={testing.panel}>
    <div class="bar">
      <h2>{testing.panel}</h2>
      <IconButton
        label={testing.close}
        icon="close"
        onClick={() => {
          testBeside.value = false;
        }}
      />
    </div>
    <iframe src={testPage(store)} title={testing.panel} />
  </aside>
);
