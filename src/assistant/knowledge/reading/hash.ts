/** What tells whether a product or article has changed: 64 bits of SHA-256 over one spelling of it. */

const encoder = new TextEncoder();

export async function hashOf(row: Record<string, unknown>): Promise<string> {
  const spelling = JSON.stringify(
    Object.keys(row)
      .sort()
      .map((key) => [key, row[key]]),
  );
  const digest = await crypto.subtle.digest('SHA-256', encoder.encode(spelling));
  return [...new Uint8Array(digest, 0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
