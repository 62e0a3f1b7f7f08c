/** What pushes say beside the news of the queue (news.ts). */
export const push = {
  manyWaiting: (n: number) => `${n} customers are still waiting`,
  minutes: (n: number) => `${n} min`,
  mentioned: (name: string) => `${name} mentioned you`,
  inChat: (customer: string) => `In the chat with ${customer}`,
  owed: {
    off_hours: (customer: string) => `${customer} asked outside hours`,
    unanswered: (customer: string) => `Nobody could answer ${customer} in time`,
    follow_up: (customer: string) => `${customer} is still owed an answer`,
    reminder: (customer: string) => `Reminder: ${customer}`,
  },
  urgent: 'urgent',
  test: {
    title: 'This is a test',
    body: 'When a customer waits and no dashboard of yours is open, this device tells you.',
  },
};
