/** What a push says, and what the service worker makes of it (src/dashboard/worker). */
export interface PushText {
  title: string;
  body: string;
  /** One notification each: a later one takes the place of an earlier. A conversation's id, where it is about one. */
  tag: string;
  /** The page that it opens, as a path of our own. */
  open: string;
  /** Whether it can be claimed from the notification. */
  claim: boolean;
  /** What its button for that says. */
  takeOver: string;
  /** How many wait, for the number on the app's icon. */
  waiting: number;
  urgent: boolean;
}
