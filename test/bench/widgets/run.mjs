import { chromiumPath } from '../../browser/chromium.mjs';
import { startServer } from '../../browser/server.mjs';
import { compareWidgets } from './compare.ts';

/**
 * `npm run bench:widget`: what a shop's page pays for the widget before anybody clicks, beside the same page
 * without one and with others that npm carries, all on one slowed-down browser in one run, in turns; and how long the panel
 * takes to open. Prints one table. The others are fetched into a temporary folder and are no part of this project.
 */

const server = await startServer();
try {
  console.log(await compareWidgets(server.addresses.demo, chromiumPath()));
} finally {
  await server.stop();
}
