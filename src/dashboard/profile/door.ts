import { hc, type InferRequestType, type InferResponseType } from 'hono/client';
import type { PasskeysApi } from '../../routes/passkeys';
import type { ProfileApi } from '../../routes/profile';
import type { SecondStepApi } from '../../routes/second-step';
import { ask } from '../session/api';

/** What the reader’s own page asks for over HTTP. */

const { me } = hc<ProfileApi>(location.origin).api;

export type Profile = InferRequestType<typeof me.profile.$put>['json'];
export type SessionShown = InferResponseType<typeof me.sessions.$get>['sessions'][number];

export const getProfile = () => ask(() => me.profile.$get());
export const saveProfile = (json: Profile) => ask<Profile>(() => me.profile.$put({ json }));
export const getSessions = () => ask(() => me.sessions.$get());
/** Ends one of them, or, without one, all but this. */
export const endSession = (session: string | null) =>
  ask<{ sessions: SessionShown[] }>(() =>
    session === null ? me.sessions.$delete() : me.sessions[':session'].$delete({ param: { session } }),
  );

const { api } = hc<SecondStepApi>(location.origin);
const step = api.me['second-step'];

export type Begun = InferResponseType<typeof step.$post>;

export const getSecondStep = () => ask(() => step.$get());
export const beginSecondStep = () => ask<Begun>(() => step.$post({ json: {} }));
export const turnSecondStep = (to: 'on' | 'off', code: string) =>
  ask<{ on: boolean }>(() => step[to].$post({ json: { code } }));
export const newBackupCodes = (code: string) =>
  ask<{ backupCodes: string[] }>(() => step.codes.$post({ json: { code } }));
/** A colleague’s, by an owner. */
export const resetSecondStep = (store: string, person: string) =>
  ask(() => api.stores[':store'].people[':person']['second-step'].$delete({ param: { store, person } }));

const keys = hc<PasskeysApi>(location.origin).api.me.passkeys;

export type Passkeys = InferResponseType<typeof keys.$get>;
export type Passkey = Passkeys['passkeys'][number];
type Made = InferRequestType<typeof keys.$post>['json'];

export const getPasskeys = () => ask(() => keys.$get());
/** @param code where the second step is on */
export const beginPasskey = (code: string | null) =>
  ask<object>(() => keys.begin.$post({ json: code === null ? {} : { code } }));
export const addPasskey = (json: Made) => ask<Passkeys>(() => keys.$post({ json }));
export const renamePasskey = (passkey: string, name: string) =>
  ask<Passkeys>(() => keys[':passkey'].$put({ param: { passkey }, json: { name } }));
export const removePasskey = (passkey: string) => ask<Passkeys>(() => keys[':passkey'].$delete({ param: { passkey } }));
