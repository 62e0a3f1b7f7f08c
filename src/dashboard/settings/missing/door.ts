import { hc, type InferRequestType, type InferResponseType } from 'hono/client';
import type { MissingApi } from '../../../routes/missing';
import { ask } from '../../session/api';

/** What the assistant could not answer, and the answers that were written here, over HTTP. */

const store = hc<MissingApi>(location.origin).api.stores[':store'];

export type Missing = InferResponseType<typeof store.missing.$get, 200>;
export type Group = Missing['groups'][number];
export type Written = InferResponseType<typeof store.answers.$get, 200>['answers'][number];
export type Wanted = InferRequestType<typeof store.answers.$post>['json'];

export const getMissing = (id: string) => ask(() => store.missing.$get({ param: { store: id } }));
export const getAnswers = (id: string) => ask(() => store.answers.$get({ param: { store: id } }));
export const answeredNow = (id: string, questions: Group['of'][]) =>
  ask(() => store.missing.answered.$post({ param: { store: id }, json: { questions } }));
export const settle = (id: string, of: Group['of']) =>
  ask(() => store.missing.settle.$post({ param: { store: id }, json: { of } }));
/** A new answer, or, with the id of one, that answer changed. */
export const saveAnswer = (id: string, answer: string | null, wanted: Wanted & { seen?: number }) =>
  ask<{ id: string }>(() => {
    const { about, seen, ...changed } = wanted;
    if (answer === null)
      return store.answers.$post({ param: { store: id }, json: { ...changed, about: about ?? null } });
    return store.answers[':answer'].$put({
      param: { store: id, answer },
      json: { ...changed, ...(seen !== undefined && { seen }) },
    });
  });
export const removeAnswer = (id: string, answer: string) =>
  ask(() => store.answers[':answer'].$delete({ param: { store: id, answer } }));
