import { conversationStub } from '../conversation/door';
import { OneAlarm } from '../deadlines/one-alarm';
import type { Env } from '../env';
import { Alerts } from './alerts/alerts';
import { Dashboards } from './dashboards';
import { Duty } from './duty';
import { Erasing } from './erasing';
import { Estimates } from './estimate';
import { HookCalls } from './hooks';
import { Mentions } from './mentions';
import { People } from './people';
import { Presence } from './presence';
import { Pushes } from './pushes';
import { Queue } from './queue';
import { Queueing } from './queueing';

/** One desk at work: its parts, what each needs of the others, and what every change ends with: what is due goes out. */
export class Room {
  readonly dashboards: Dashboards;
  readonly queue: Queue;
  readonly duty: Duty;
  readonly estimates: Estimates;
  readonly alerts: Alerts;
  readonly pushes: Pushes;
  readonly hooks: HookCalls;
  readonly presence: Presence;
  readonly mentions: Mentions;
  readonly erasing: Erasing;
  readonly alarm: OneAlarm;
  readonly people: People;
  readonly queueing: Queueing;

  constructor(
    private readonly ctx: DurableObjectState,
    readonly env: Env,
  ) {
    const { sql, kv } = ctx.storage;
    const whose = { store: () => this.alerts.store, origin: () => this.alerts.origin };
    const rows = () => this.queue.all();
    this.dashboards = new Dashboards(ctx);
    this.queue = new Queue(sql);
    this.duty = new Duty(sql);
    this.estimates = new Estimates(kv);
    this.mentions = new Mentions(sql);
    this.alerts = new Alerts({
      sql,
      env,
      store: ctx.id.name,
      rows,
      summary: async (store, conversation) => conversationStub(env, store, conversation).summary(),
      remind: (now) => this.pushes.again(now),
    });
    this.pushes = new Pushes({ sql, env, duty: this.duty, rows, ...whose });
    this.hooks = new HookCalls({ sql, kv, env, ...whose });
    this.presence = this.#presence();
    this.queueing = new Queueing(this);
    this.erasing = new Erasing({
      sql,
      env,
      open: () => rows().map(({ id }) => id),
      forget: (id) => this.queueing.forget(id),
    });
    this.alarm = new OneAlarm(ctx.storage);
    this.people = new People(this);
  }

  #presence(): Presence {
    const conversation = (id: string) => conversationStub(this.env, this.alerts.store, id);
    return new Presence({
      duty: this.duty,
      rows: () => this.queue.all(),
      rules: () => {
        const { goneAfter, dutyEndsAfter } = this.alerts.rules;
        return { goneAfter: goneAfter * 60_000, dutyEndsAfter: dutyEndsAfter * 3_600_000 };
      },
      tell: async (id, staff, goneSince) => conversation(id).presence(staff, goneSince),
      alone: async ({ id, handoff }) => {
        if (handoff !== null) await conversation(id).alone(handoff);
      },
      showDuty: () => this.people.showDuty(),
    });
  }

  /** In a new memory, before anything else. */
  async wake(): Promise<void> {
    await this.alarm.load();
    this.people.missed(Date.now());
    // Whatever woke it: what is due has an alarm, also where the platform lost one.
    this.arm();
  }

  background(work: Promise<void>): void {
    this.ctx.waitUntil(work);
  }

  /** Delivers in the background what is due; what fails stays due, and has an alarm. */
  kick(): void {
    this.background(this.due().then(() => this.arm()));
    this.arm();
  }

  async due(): Promise<void> {
    // Nobody else waits for what merchants' servers take their time to answer.
    this.background(this.hooks.due().then(() => this.arm()));
    await Promise.all([this.presence.due(Date.now()), this.alerts.due(), this.pushes.due(), this.erasing.due()]);
  }

  arm(): void {
    const now = Date.now();
    this.alarm.arm(now, [
      this.alerts.nextDue(),
      this.presence.nextDue(now),
      this.pushes.nextDue(),
      this.hooks.nextDue(),
      this.erasing.nextDue(),
    ]);
  }

  /** Tells what stands in the queue, and what else is concerned: conversations that somebody may have open beside it. */
  async everywhere(
    store: string,
    beside: readonly string[],
    tell: (conversation: ReturnType<typeof conversationStub>) => Promise<unknown>,
  ): Promise<void> {
    const concerned = new Set([...this.queue.all().map(({ id }) => id), ...beside]);
    await Promise.allSettled([...concerned].map((id) => tell(conversationStub(this.env, store, id))));
  }
}
