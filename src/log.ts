/** One structured line a request or alarm. Never a token, never what somebody wrote. */
export function logLine(line: {
  at: 'request' | 'alarm';
  outcome: string | number;
  ms: number;
  [fact: string]: string | number;
}): void {
  console.log(JSON.stringify(line));
}
