import type { CustomerFrame, CustomerMessage, CustomerState, ToCustomer } from '../../src/protocol/customer';

export const stateOf = (rev: number): CustomerState => ({
  rev,
  turn: 1,
  phase: { is: 'assistant' },
  rating: null,
  contact: null,
  canAsk: true,
  seen: 0,
});

/** The conversation's side as the protocol promises it: one message an id, places without gaps, revisions that grow. */
export class Server {
  messages: CustomerMessage[] = [];
  rev = 1;

  take(frame: CustomerFrame): ToCustomer[] {
    switch (frame.type) {
      case 'hello': {
        const messages = this.messages.filter(({ seq }) => seq > frame.after);
        return [{ type: 'welcome', last: this.messages.length, messages, state: stateOf(this.rev), now: 0 }];
      }
      case 'send': {
        const known = this.messages.find((message) => message.kind === 'customer' && message.id === frame.id);
        if (known) return [{ type: 'ack', id: frame.id, seq: known.seq, at: known.at }];
        const message = this.add({ kind: 'customer', id: frame.id, text: frame.text, seq: 0, at: 0 });
        return [
          { type: 'message', message },
          { type: 'ack', id: frame.id, seq: message.seq, at: message.at },
        ];
      }
      default:
        return [];
    }
  }

  add(message: CustomerMessage): CustomerMessage {
    const placed = { ...message, seq: this.messages.length + 1, at: this.messages.length + 1 };
    this.messages.push(placed);
    return placed;
  }

  staffSays(text: string): ToCustomer[] {
    const message = this.add({ kind: 'staff', from: { name: 'Ana', initials: 'AK' }, text, seq: 0, at: 0 });
    this.rev += 1;
    return [
      { type: 'message', message },
      { type: 'state', state: stateOf(this.rev) },
    ];
  }
}
