/** wrangler.toml has a rule of type "Text" for these: the import is the file's content. */
declare module '*.svg' {
  const text: string;
  export default text;
}

declare module '*.css' {
  const text: string;
  export default text;
}
