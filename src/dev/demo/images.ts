import cables from './images/cables.svg';
import cameras from './images/cameras.svg';
import chargers from './images/chargers.svg';
import earbuds from './images/earbuds.svg';
import headphones from './images/headphones.svg';
import hubsDocks from './images/hubs-docks.svg';
import keyboards from './images/keyboards.svg';
import lighting from './images/lighting.svg';
import logo from './images/logo.svg';
import mice from './images/mice.svg';
import monitors from './images/monitors.svg';
import networking from './images/networking.svg';
import phoneAccessories from './images/phone-accessories.svg';
import powerBanks from './images/power-banks.svg';
import smartHome from './images/smart-home.svg';
import speakers from './images/speakers.svg';
import storage from './images/storage.svg';
import watches from './images/watches.svg';

/** The shop's drawings by file name, each the text of an SVG. The file name is the last part of an item's image_link in feed.xml. */
export const images: Readonly<Record<string, string>> = {
  'cables.svg': cables,
  'cameras.svg': cameras,
  'chargers.svg': chargers,
  'earbuds.svg': earbuds,
  'headphones.svg': headphones,
  'hubs-docks.svg': hubsDocks,
  'keyboards.svg': keyboards,
  'lighting.svg': lighting,
  'logo.svg': logo,
  'mice.svg': mice,
  'monitors.svg': monitors,
  'networking.svg': networking,
  'phone-accessories.svg': phoneAccessories,
  'power-banks.svg': powerBanks,
  'smart-home.svg': smartHome,
  'speakers.svg': speakers,
  'storage.svg': storage,
  'watches.svg': watches,
};
