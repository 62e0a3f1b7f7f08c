import { type PublicKeyCredentialCreationOptionsJSON, startRegistration, WebAuthnError } from '@simplewebauthn/browser';
import { passkeys } from '../words/en/passkeys';
import { addPasskey, type Passkeys } from './door';

/** What a device cannot (WebAuthn level 3, section 5.1.3), as simplewebauthn names it. */
const UNABLE: readonly string[] = [
  'ERROR_AUTHENTICATOR_MISSING_DISCOVERABLE_CREDENTIAL_SUPPORT',
  'ERROR_AUTHENTICATOR_MISSING_USER_VERIFICATION_SUPPORT',
  'ERROR_AUTHENTICATOR_NO_SUPPORTED_PUBKEYCREDPARAMS_ALG',
];

/** The browser asks for a finger, a face or a code, and the server keeps what comes of it. */
export async function makePasskey(
  options: object,
): Promise<{ ok: true; value: Passkeys } | { ok: false; message: string }> {
  try {
    const made = await startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON });
    return await addPasskey(made as Parameters<typeof addPasskey>[0]);
  } catch (error) {
    const code = error instanceof WebAuthnError ? error.code : '';
    if (code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return { ok: false, message: passkeys.already };
    return { ok: false, message: UNABLE.includes(code) ? passkeys.unable : passkeys.notAdded };
  }
}
