/** For a request of what is kept at once: it goes out although the page is left in the same moment. */
export const OUTLIVES = { init: { keepalive: true } } as const;

/**
 * For what is kept at once, without a button: each change goes out when the one before is answered. Two requests that are
 * under way together may arrive in either order, and the older choice would stay.
 */
export function inTurn() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(send: () => Promise<T>): Promise<T> => {
    const answer = last.then(send);
    last = answer.catch(() => {});
    return answer;
  };
}
