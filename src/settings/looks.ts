import * as v from 'valibot';
import { ACCENT, isVisible } from '../domain/contrast';

/** How the chat looks on a shop's pages, and on whose. */

export const Accent = v.pipe(
  v.string(),
  v.regex(ACCENT),
  v.toLowerCase(),
  v.check(isVisible, 'A button of this colour could not be seen'),
);

/** `https://shop.example`, with a port where it has one; `https://*.shop.example` is every name below it. */
export const isOrigin = (text: string): boolean => {
  const named = text.replace('//*.', '//any.');
  return /^https?:\/\/[^/*\s]+$/.test(named) && URL.canParse(named) && new URL(named).origin === named;
};

export const Origin = v.pipe(v.string(), v.maxLength(200), v.trim(), v.toLowerCase(), v.check(isOrigin));
/** Where customers see how far their order is. */
export const ORDER_STATUS = /^https?:\/\/[^\s/]+\.\S+$/i;

export const MOST_ORIGINS = 20;
