/** RFC 2369 and RFC 8058: one HTTPS address, which ends these mails when it is posted to. */
export const unsubscribeHeaders = (url: string) => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});
