/** What an address in the settings may look like: for the schema, and for the fields, which say so at once. */

/** `https://shop.example`, with a port where it has one; `https://*.shop.example` is every name below it. */
export const isOrigin = (text: string): boolean => {
  const named = text.replace('//*.', '//any.');
  return /^https?:\/\/[\w.:[\]-]+$/.test(named) && URL.canParse(named) && new URL(named).origin === named;
};
export const MOST_ORIGINS = 20;

/** Where customers see how far their order is. */
export const ORDER_STATUS = /^https?:\/\/[^\s/]+\.\S+$/i;
