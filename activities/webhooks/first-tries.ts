import { sql, type Kysely } from 'kysely';
import type { Keyring } from '../../shared/crypto/keyring';
import type { Database } from '../../shared/database/schema';
import type { WebhookDeliveryId, WebhookEndpointId } from '../../shared/domain/ids';
import type { Lease } from '../../shared/webhooks/move-deliveries';
import { eachOnItsOwn, type Alert } from '../each-on-its-own';
import { begunTry, type BegunTry } from './begun-try';
import { loadBodies } from './bodies-now';
import type { EndpointTraffic, Room, TryEnd } from './endpoint-traffic';
import { finishFirstTries, type EndedTry } from './finish-first-tries';
import { finishTry, judgeTry, type Finish } from './finish-try';
import { giveBackLeases, renewLeases, type LeasedDelivery } from './leases';
import { sendDelivery, type SendRules } from './send-delivery';
import type { TryResult } from './send-try';
import { takeFirstTries, type TakenTry } from './take-first-tries';

/** Sockets of this process for first tries: a dozen receivers that fall silent leave room for the rest. */
const mostInFlight = 512;
/** Far above a round's own time; what is out for longer is renewed while its process lives. */
const leaseMs = 15_000;
const renewEveryMs = 5_000;
/** How long a stopping process waits for its receivers. */
const defaultStopWithinMs = 8_000;

export interface FirstTriesDeps extends SendRules {
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
  /** `WEBHOOK_RETRY_SCALE`. */
  readonly retryScale: number;
  readonly traffic: EndpointTraffic;
  /** Names this process in its leases. */
  readonly owner: string;
  readonly clock: () => Date;
  readonly alert: Alert;
  readonly onError: (error: unknown) => void;
  /** Another try follows: it is a workflow's. */
  readonly onTrouble: (deliveries: readonly LeasedDelivery[]) => void;
  readonly stopWithinMs?: number;
  /** Places became free after all were taken. */
  readonly onRoom: () => void;
}

export interface FirstTries {
  /** Begins what is due and there is room for; resolves when it is on its way. */
  take(): Promise<void>;
  readonly lease: Lease;
  /** Waits a while for what is in flight, and gives the rest back. */
  stop(): Promise<void>;
}

interface Flight {
  readonly taken: TakenTry;
  readonly release: (end: TryEnd) => void;
}

interface Landed {
  readonly flight: Flight;
  readonly begun: BegunTry;
  readonly result: TryResult;
  readonly finish: Finish;
}

/** The first tries of one process: leased, sent side by side, and recorded together. */
export function createFirstTries(deps: FirstTriesDeps): FirstTries {
  const { db, traffic, clock } = deps;
  const lease: Lease = { owner: deps.owner, ms: leaseMs };
  const inFlight = new Map<WebhookDeliveryId, Flight>();
  const landed: Landed[] = [];
  /** Endpoints with more due than there was room for. */
  const behind = new Set<WebhookEndpointId>();
  let after = '';
  let isRecording = false;
  let recording = Promise.resolve();
  let onLanded: () => void = () => undefined;

  const renewing = setInterval(() => {
    const ids = [...inFlight.keys()];
    if (ids.length > 0) renewLeases(db, lease, ids).catch(deps.onError);
  }, renewEveryMs);
  renewing.unref();

  async function take(): Promise<void> {
    const limit = mostInFlight - inFlight.size;
    if (limit <= 0) return;
    const { perEndpoint } = traffic;
    const rooms = traffic.rooms();
    const wish = { lease, now: clock(), limit, perEndpoint, rooms, after };
    const { taken, next } = await takeFirstTries(db, wish);
    after = next;
    noteBehind(taken, limit, rooms);
    for (const one of taken) {
      inFlight.set(one.delivery.id, { taken: one, release: traffic.enter(one.endpoint.id) });
    }
    if (taken.length === 0) return;
    try {
      await begin(taken);
    } catch (cause) {
      // Their leases lapse, and they go on as workflows.
      for (const { delivery } of taken) land(delivery.id, 'none');
      throw cause;
    }
    if (next !== '') deps.onRoom();
  }

  /** Of those that had all their room taken there may be more. */
  function noteBehind(taken: readonly TakenTry[], limit: number, rooms: readonly Room[]): void {
    const roomOf = new Map(rooms.map(({ endpointId, places }) => [endpointId, places]));
    const counts = new Map<WebhookEndpointId, number>();
    for (const { endpoint } of taken) counts.set(endpoint.id, (counts.get(endpoint.id) ?? 0) + 1);
    for (const id of behind) if (roomOf.get(id) !== 0) behind.delete(id);
    for (const [id, count] of counts) {
      if (taken.length === limit || count >= (roomOf.get(id) ?? traffic.perEndpoint))
        behind.add(id);
    }
  }

  async function begin(taken: readonly TakenTry[]): Promise<void> {
    const bodies = await loadBodies(
      db,
      deps.keyring,
      taken.map(({ delivery }) => delivery.event_id),
    );
    const { failed } = await eachOnItsOwn(
      taken,
      {
        what: 'the first try of a delivery',
        idsOf: ({ delivery, endpoint }) => ({ deliveryId: delivery.id, endpointId: endpoint.id }),
        alert: deps.alert,
      },
      (one) => {
        const { event_id: eventId } = one.delivery;
        const event = bodies.event(eventId);
        const body = bodies.of(eventId, one.endpoint);
        void send(begunTry(deps.keyring, { ...one, event, body }, clock()));
        return Promise.resolve(true);
      },
    );
    for (const { delivery } of failed) land(delivery.id, 'none');
    if (failed.length > 0) deps.onTrouble(failed.map((one) => leased(one, null)));
  }

  async function send(begun: BegunTry): Promise<void> {
    const result = await sendDelivery(begun, deps);
    const flight = inFlight.get(begun.deliveryId);
    // Given back meanwhile: whoever has it now makes a try of its own.
    if (flight === undefined) return;
    const finish = judgeTry(begun, result, finishRules());
    landed.push({ flight, begun, result, finish });
    if (!isRecording) recording = recordLanded();
  }

  /** What lands while a batch is being recorded makes up the next one. */
  async function recordLanded(): Promise<void> {
    isRecording = true;
    while (landed.length > 0) {
      const batch = landed.splice(0);
      try {
        await record(batch);
      } catch (cause) {
        deps.onError(cause);
      }
      const isMore =
        inFlight.size >= mostInFlight || batch.some(({ begun }) => behind.has(begun.endpointId));
      for (const { begun, result } of batch) {
        land(begun.deliveryId, result.errorCode === null ? 'taken' : 'failed');
      }
      if (isMore) deps.onRoom();
    }
    // In the turn that found nothing more: what lands in the next one begins anew.
    isRecording = false;
  }

  async function record(batch: readonly Landed[]): Promise<void> {
    const now = clock();
    const together = batch.flatMap((one) => endedTry(one, now));
    const done = await finishFirstTries(db, together, now).catch(async (cause: unknown) => {
      deps.onError(cause);
      // Where the database is away all of them are left to their leases.
      await sql`SELECT 1`.execute(db);
      return new Set<WebhookDeliveryId>();
    });
    const waits = new Map<WebhookDeliveryId, Date>();
    for (const { begun, notBefore } of together) {
      if (notBefore !== null && done.has(begun.deliveryId)) waits.set(begun.deliveryId, notBefore);
    }
    await eachOnItsOwn(
      batch.filter(({ begun }) => !done.has(begun.deliveryId)),
      {
        what: 'the end of a first try',
        idsOf: ({ begun }) => ({ deliveryId: begun.deliveryId, endpointId: begun.endpointId }),
        alert: deps.alert,
      },
      async ({ begun, result }) => {
        const finish = await finishTry(db, begun, result, finishRules());
        if (finish.kind !== 'again') return true;
        waits.set(begun.deliveryId, new Date(now.getTime() + finish.delayMs));
        return true;
      },
    );
    const again = batch.flatMap(({ flight, begun }) => {
      const notBefore = waits.get(begun.deliveryId);
      return notBefore === undefined ? [] : [leased(flight.taken, notBefore)];
    });
    if (again.length > 0) deps.onTrouble(again);
  }

  function finishRules() {
    const { retryScale, metrics } = deps;
    return { retryScale, random: Math.random(), now: clock(), metrics };
  }

  function land(id: WebhookDeliveryId, end: TryEnd): void {
    const flight = inFlight.get(id);
    inFlight.delete(id);
    flight?.release(end);
    if (inFlight.size === 0) onLanded();
  }

  return {
    take,
    lease,
    async stop() {
      const withinMs = deps.stopWithinMs ?? defaultStopWithinMs;
      const bound = new Promise<void>((resolve) => setTimeout(resolve, withinMs).unref());
      const allLanded = new Promise<void>((resolve) => (onLanded = resolve));
      if (inFlight.size > 0) await Promise.race([bound, allLanded]);
      clearInterval(renewing);
      const left = [...inFlight.keys()];
      for (const id of left) land(id, 'none');
      await recording;
      await giveBackLeases(db, deps.owner, left);
    },
  };
}

/** The last of a round's tries, and a receiver that is gone, concern the endpoint too: `finishTry` does those. */
function endedTry({ begun, result, finish }: Landed, now: Date): EndedTry[] {
  switch (finish.kind) {
    case 'delivered':
      return [{ begun, result, notBefore: null }];
    case 'again':
      return [{ begun, result, notBefore: new Date(now.getTime() + finish.delayMs) }];
    case 'failed':
      return [];
  }
}

function leased({ delivery, endpoint }: TakenTry, notBefore: Date | null): LeasedDelivery {
  const { id, event_type, round } = delivery;
  return { id, event_type, round, endpoint_id: endpoint.id, not_before: notBefore };
}
