/** Bundled as text, by wrangler.toml's `[[rules]]`. */
declare module '*.css' {
  const text: string;
  export default text;
}
