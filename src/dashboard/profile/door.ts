import { hc, type InferRequestType, type InferResponseType } from 'hono/client';
import type { ProfileApi } from '../../routes/profile';
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
