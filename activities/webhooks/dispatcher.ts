import { randomUUID } from 'node:crypto';
import type { WorkflowClient } from '@temporalio/client';
import type { Kysely } from 'kysely';
import type { Keyring } from '../../shared/crypto/keyring';
import type { Database } from '../../shared/database/schema';
import type { EventId, WebhookEndpointId } from '../../shared/domain/ids';
import { listen } from '../../shared/database/listen';
import { outboxChannel, readNotice } from '../../shared/outbox/notice';
import type { OperatorPages } from '../../shared/temporal/operator-pages';
import { assertNever } from '../../shared/domain/assert-never';
import { eachOnItsOwn, type Alert } from '../each-on-its-own';
import { closedWithPending, settleClosedEndpoint } from './closed-endpoints';
import { createDeliveryWorkflows } from './delivery-workflows';
import type { EndpointTraffic } from './endpoint-traffic';
import { createFirstTries } from './first-tries';
import { createHandOver } from './hand-over';
import { takeLapsedLeases } from './leases';
import { dispatchEvents, undispatched, type Dispatched } from './outbox';
import { quietDeliveries, type QuietPlace } from './quiet-deliveries';
import { createResting } from './resting';
import type { SendRules } from './send-delivery';
import { createWakeUp } from './wake-up';
import { workAtHand, type WorkAtHand } from './work-at-hand';

/** A transition's events come close together: one round for them all. */
const debounceMs = 50;
/** For what no notice came of: one was lost, or a dispatcher was killed. */
const lookEveryMs = 10_000;
const retryAfterErrorMs = 1_000;
const defaultSweep = { everyMs: 60_000, quietForMs: 5 * 60_000 };
const sweepPage = 200;
const lapsedAtOnce = 50;
const everything: WorkAtHand = { events: true, due: true, lapsed: true };
/** For what fails by itself: long beside a round, short beside a person who looks into it. */
const restMs = 10 * 60_000;

export interface DispatcherDeps extends SendRules {
  readonly db: Kysely<Database>;
  readonly databaseUrl: string;
  readonly keyring: Keyring;
  readonly workflows: Pick<WorkflowClient, 'start' | 'getHandle'>;
  /** `WEBHOOK_RETRY_SCALE`. */
  readonly retryScale: number;
  /** Something of ours was down; the next round tries again. */
  readonly onError: (error: unknown) => void;
  /** One event or delivery could not be handled; it is tried again later, behind the others. */
  readonly alert: Alert;
  /** Of the later tries too. */
  readonly traffic: EndpointTraffic;
  readonly clock: () => Date;
  /** Links for operators. Default: none, only paths. */
  readonly pages?: OperatorPages | undefined;
  /** How long a stopping one waits for its receivers. */
  readonly stopWithinMs?: number;
  /** How often lost workflows are looked for, and how long a delivery has to have been quiet. */
  readonly sweep?: { readonly everyMs: number; readonly quietForMs: number };
}

export interface Dispatcher {
  /** Takes no more; resolves when what is in flight has ended, or its leases are given back. */
  stop(): Promise<void>;
}

/**
 * The outbox's other end, in the worker process; any number may run. Events become delivery rows, rows are
 * leased and tried, and what fails gets a workflow. Nothing is held in memory that no row tells: a process
 * killed anywhere leaves only what another's next round does.
 */
export function startDispatcher(deps: DispatcherDeps): Dispatcher {
  const { db, traffic, clock } = deps;
  const { everyMs, quietForMs } = deps.sweep ?? defaultSweep;
  const wakeUp = createWakeUp();
  const workflows = createDeliveryWorkflows(deps);
  const handOver = createHandOver({ db, workflows, onError: deps.onError });
  const restingEvents = createResting<EventId>(restMs);
  const closed = new Set<WebhookEndpointId>();
  const todo: WorkAtHand = { events: true, due: true, lapsed: true };
  let sweepAt = Date.now() + everyMs;
  let aside = Promise.resolve();
  let stopping: Promise<void> | null = null;

  const firstTries = createFirstTries({
    ...deps,
    owner: randomUUID(),
    onTrouble: (deliveries) => {
      handOver.add(deliveries);
    },
    onRoom: hasRoom,
  });
  traffic.onRoom(hasRoom);
  // A notice lost meanwhile costs only latency: the dispatcher looks by itself as well.
  const listener = listen(deps.databaseUrl, outboxChannel, {
    onNotice: hear,
    onListening: lookAtAll,
  });

  function hasRoom(): void {
    todo.due = true;
    wakeUp.ring();
  }

  function lookAtAll(): void {
    Object.assign(todo, everything);
    wakeUp.ring();
  }

  function hear(text: string): void {
    const notice = readNotice(text);
    switch (notice.kind) {
      case 'events':
        todo.events = true;
        break;
      case 'deliveries':
        Object.assign(todo, { due: true, lapsed: true });
        break;
      case 'endpoint_closed':
        closed.add(notice.endpointId);
        break;
      default:
        assertNever(notice);
    }
    wakeUp.ring(debounceMs);
  }

  async function round(): Promise<void> {
    for (const endpointId of closed) beside(() => settle(endpointId));
    closed.clear();
    if (todo.events) {
      todo.events = false;
      if (await dispatchAll()) todo.due = true;
    }
    if (todo.due) {
      todo.due = false;
      await firstTries.take();
    }
    if (todo.lapsed) {
      todo.lapsed = false;
      await takeOver();
    }
    if (Date.now() >= sweepAt) {
      sweepAt = Infinity;
      beside(() =>
        sweep().finally(() => {
          sweepAt = Date.now() + everyMs;
          wakeUp.ring(everyMs);
        }),
      );
    }
  }

  /** @returns whether deliveries were made */
  async function dispatchAll(): Promise<boolean> {
    let made = 0;
    for (;;) {
      const except = restingEvents.ids();
      const done = await dispatchEvents(db, clock(), { except }).catch(dispatchOneByOne);
      made += done.deliveries;
      if (!done.isFull || isStopping()) return made > 0;
      await firstTries.take();
    }
  }

  /** A batch is one statement: where it fails each event gets one of its own. */
  async function dispatchOneByOne(): Promise<Dispatched> {
    let [events, deliveries] = [0, 0];
    const { failed } = await eachOnItsOwn(
      await undispatched(db, restingEvents.ids()),
      {
        what: 'the dispatch of an event',
        idsOf: (eventId) => ({ eventId }),
        alert: deps.alert,
        probe: () => undispatched(db, []),
      },
      async (only) => {
        const done = await dispatchEvents(db, clock(), { only });
        events += done.events;
        deliveries += done.deliveries;
        return done.events > 0;
      },
    );
    for (const id of failed) restingEvents.add(id);
    return { events, deliveries, isFull: events > 0 };
  }

  async function takeOver(): Promise<void> {
    const wish = { except: handOver.resting(), limit: lapsedAtOnce };
    const lapsed = await takeLapsedLeases(db, firstTries.lease, wish);
    handOver.add(lapsed);
    if (lapsed.length < lapsedAtOnce) return;
    beside(async () => {
      await handOver.idle();
      todo.lapsed = true;
      wakeUp.ring();
    });
  }

  /** What waits for Temporal does so beside the rounds: first tries need nothing of it. */
  function beside(work: () => Promise<void>): void {
    aside = aside.then(() => (isStopping() ? undefined : work())).catch(deps.onError);
  }

  function settle(endpointId: WebhookEndpointId): Promise<void> {
    return settleClosedEndpoint(db, endpointId, clock(), (ids) =>
      workflows.end(ids, 'its endpoint was disabled or deleted'),
    );
  }

  /** Page by page through what has been quiet; a start is a no-op where the workflow still runs. */
  async function sweep(): Promise<void> {
    for (const endpointId of await closedWithPending(db)) await settle(endpointId);
    const before = new Date(Date.now() - quietForMs);
    let after: QuietPlace | null = null;
    do {
      const page = await quietDeliveries(db, { after, before, limit: sweepPage });
      const { isWhole } = await workflows.ensure(page);
      after = isWhole && page.length === sweepPage ? (page.at(-1) ?? null) : null;
    } while (after !== null && !isStopping());
  }

  /** Until the next look, the sweep, or an endpoint's rest is over, whichever comes first. */
  function idleMs(): number {
    const untilSweep = sweepAt - Date.now();
    const untilRoom = (traffic.nextRestEndMs() ?? Infinity) - Date.now();
    return Math.max(0, Math.min(lookEveryMs, untilSweep, untilRoom));
  }

  async function run(): Promise<void> {
    while (!isStopping()) {
      const isRung = await wakeUp.next(idleMs());
      if (isStopping()) return;
      try {
        if (!isRung) Object.assign(todo, await workAtHand(db));
        await round();
      } catch (cause) {
        deps.onError(cause);
        Object.assign(todo, everything);
        wakeUp.ring(retryAfterErrorMs);
      }
    }
  }
  const isStopping = (): boolean => stopping !== null;

  async function end(): Promise<void> {
    wakeUp.ring();
    await running;
    await firstTries.stop();
    await handOver.idle();
    await aside;
    await listener.close();
  }

  const running = run();
  return { stop: () => (stopping ??= end()) };
}
