import { getAuthenticatorName, passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth/minimal';
import type { Env } from '../env';
import { commonOptions } from './better-auth';
import { FRESH_SECONDS, type Signed } from './passkeys';

/**
 * better-auth with its plugin for passkeys (WebAuthn), apart from the rest of it: it reads certificates, and most requests of
 * the staff need none of that. Import it with `import()` through `passkeys.ts`.
 */
export interface PasskeyAuth {
  $context: Promise<unknown>;
  api: {
    generatePasskeyRegistrationOptions(call: { headers: Headers; query: object; asResponse: true }): Promise<Response>;
    verifyPasskeyRegistration(call: {
      headers: Headers;
      body: { response: unknown };
      asResponse: true;
    }): Promise<Response>;
    generatePasskeyAuthenticationOptions(call: { headers: Headers; asResponse: true }): Promise<Response>;
    verifyPasskeyAuthentication(call: {
      headers: Headers;
      body: { response: Signed & { clientExtensionResults: object } };
      asResponse: true;
    }): Promise<Response>;
  };
}

/** A passkey stands for both steps, so whoever uses it has shown the device who they are: by finger, face or its code. */
function verified(userVerified: boolean | undefined): void {
  if (!userVerified) throw new Error('The device did not say that it knows its user');
}

export function buildPasskeyAuth(env: Env, { origin, secret }: { origin: string; secret: string }): PasskeyAuth {
  const common = commonOptions(env, { origin, secret });
  return betterAuth({
    ...common,
    session: { ...common.session, freshAge: FRESH_SECONDS },
    plugins: [
      passkey({
        rpID: new URL(origin).hostname,
        rpName: 'Baton',
        origin,
        // Found by the device itself: nobody types who they are.
        authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
        registration: {
          afterVerification: ({ verification: { registrationInfo } }) => {
            verified(registrationInfo?.userVerified);
            const name = getAuthenticatorName(registrationInfo?.aaguid);
            return name ? { name } : undefined;
          },
        },
        authentication: {
          afterVerification: ({ verification }) => verified(verification.authenticationInfo.userVerified),
        },
      }),
    ],
  });
}
