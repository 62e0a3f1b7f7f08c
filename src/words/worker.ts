/** What the service worker itself says (src/dashboard/worker): it is one file, and has no other words. */
export const WORKER_WORDS = {
  en: { unreadable: 'Something is new in Baton', takeOver: 'Take over' },
  bg: { unreadable: 'Има нещо ново в Baton', takeOver: 'Поеми' },
} as const;
