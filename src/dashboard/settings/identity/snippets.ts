/**
 * How a shop's server signs its customer in, in four languages: as it is pasted, without a library where the language needs
 * none. `test/dashboard/identity-snippets.test.ts` runs the first.
 */

export type Code = 'node' | 'php' | 'ruby' | 'python';

export const NAMES: Record<Code, string> = { node: 'Node.js', php: 'PHP', ruby: 'Ruby', python: 'Python' };

/** @param key the store's, as it stands in the script tag: whom the token is meant for */
export const SNIPPETS: Record<Code, (key: string) => string> = {
  node: (key) => `import { createHmac } from 'node:crypto';

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

export function chatToken({ id, email, name }) {
  const iat = Math.floor(Date.now() / 1000);
  const claims = { sub: String(id), aud: '${key}', iat, exp: iat + 3600, email, name };
  const said = part({ alg: 'HS256', typ: 'JWT' }) + '.' + part(claims);
  return said + '.' + createHmac('sha256', process.env.BATON_SECRET).update(said).digest('base64url');
}`,
  php: (key) => `function chat_token($customer) {
  $part = fn($text) => rtrim(strtr(base64_encode($text), '+/', '-_'), '=');
  $said = $part(json_encode(['alg' => 'HS256', 'typ' => 'JWT'])) . '.' . $part(json_encode([
    'sub' => (string) $customer->id, 'aud' => '${key}', 'iat' => time(), 'exp' => time() + 3600,
    'email' => $customer->email, 'name' => $customer->name,
  ]));
  return $said . '.' . $part(hash_hmac('sha256', $said, getenv('BATON_SECRET'), true));
}`,
  ruby: (key) => `require 'jwt' # gem install jwt

def chat_token(customer)
  now = Time.now.to_i
  claims = { sub: customer.id.to_s, aud: '${key}', iat: now, exp: now + 3600,
             email: customer.email, name: customer.name }
  JWT.encode(claims, ENV.fetch('BATON_SECRET'), 'HS256')
end`,
  python: (key) => `import os, time, jwt  # pip install pyjwt

def chat_token(customer):
    now = int(time.time())
    claims = {"sub": str(customer.id), "aud": "${key}", "iat": now, "exp": now + 3600,
              "email": customer.email, "name": customer.name}
    return jwt.encode(claims, os.environ["BATON_SECRET"], algorithm="HS256")`,
};

/** On the shop's page: whoever is signed in, and when they sign out. */
export const ON_PAGE = `<script>
  // Signed in: the token that your server signed.
  (window.Baton ||= []).push(['identify', { token: '…' }]);
  // Signed out: (window.Baton ||= []).push(['identify', { token: null }]);
</script>`;
