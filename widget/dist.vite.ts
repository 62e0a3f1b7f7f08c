import { resolve } from 'node:path';

/**
 * Where all three builds put what they make. A local start has a place of its own (`src/dev/scripts/state.mjs`): two of them
 * side by side, or a build meanwhile, would take the files away that the other serves.
 */
export const DIST = resolve(import.meta.dirname, '..', process.env.BATON_DIST ?? 'dist');
