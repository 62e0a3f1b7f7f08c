import * as v from 'valibot';
import { ACCENT, isVisible } from '../domain/contrast';
import { isOrigin } from './sites';

/** How the chat looks on a shop's pages, and on whose. */

export const Accent = v.pipe(
  v.string(),
  v.regex(ACCENT),
  v.toLowerCase(),
  v.check(isVisible, 'A button of this colour could not be seen'),
);

export const Origin = v.pipe(v.string(), v.maxLength(200), v.trim(), v.toLowerCase(), v.check(isOrigin));
