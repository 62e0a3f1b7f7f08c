import { banner } from '../banner';
import { say } from '../words';
import { Icon } from './icons';

/** Always in the page, so that a change of it is announced. */
export const Banner = () => (
  <div class={banner.value ? `banner ${banner.value}` : 'sr'} role="status" aria-label={say('connection')}>
    {banner.value === 'lost' && (
      <>
        <Icon name="offline" />
        {say('lost')}
      </>
    )}
    {banner.value === 'back' && (
      <>
        <Icon name="check" />
        {say('online')}
      </>
    )}
  </div>
);
