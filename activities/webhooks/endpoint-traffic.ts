import type { WebhookEndpointId } from '../../shared/domain/ids';

/** How a try left its endpoint; `none`: nothing was sent. */
export type TryEnd = 'taken' | 'failed' | 'none';

export type Place =
  | { readonly kind: 'free'; readonly release: (end: TryEnd) => void }
  /** All the endpoint's tries are in flight: come back when a place is likely. */
  | { readonly kind: 'busy'; readonly comeBackInMs: number };

/** How many first tries of an endpoint may begin now. */
export interface Room {
  readonly endpointId: WebhookEndpointId;
  readonly places: number;
  /** It rests: only what a person asked for goes ahead. */
  readonly isResting: boolean;
}

/**
 * What this process knows of its endpoints, so that one which is slow or dead costs the others nothing:
 * it has a few places of its own for tries in flight, and while they are full, or nothing gets through,
 * its new deliveries stay rows instead of becoming work.
 */
export interface EndpointTraffic {
  /** The places of any endpoint that `rooms` says nothing of. */
  readonly perEndpoint: number;
  take(endpointId: WebhookEndpointId): Place;
  /** A place for a first try that its room was asked for before; of an endpoint that fails, a rest begins. */
  enter(endpointId: WebhookEndpointId): (end: TryEnd) => void;
  /** Endpoints with fewer places than that, or more; of one that fails, one goes ahead a rest, to see. */
  rooms(): readonly Room[];
  /** When the first of the resting endpoints may be tried again; null when none rests. */
  nextRestEndMs(): number | null;
  /** Called when an endpoint that was held back is no longer. */
  onRoom(listener: () => void): void;
}

/** Kept as long as the process lives: what one endpoint costs is this. */
interface Endpoint {
  inFlight: number;
  /** How long a place is held, as a geometric mean: one try of 30 s among fast ones changes little. */
  holdMs: number;
  /** When the youngest try in flight began. */
  lastTakenMs: number;
  /** When a try ended last. */
  lastEndedMs: number;
  /** When those that were sent away will all have had their place. */
  lineEndsMs: number;
  failedInARow: number;
  rests: number;
  restUntilMs: number;
}

const firstGuessHoldMs = 1_000;
/** A receiver that answers like this has more places: what it is owed waits for our own round trips alone. */
const quick = { holdMs: 500, silentForMs: 1_000, timesThePlaces: 4 };
const weightOfLast = 0.2;
const comeBack = { leastMs: 50, mostMs: 5 * 60_000 };
/** Far from bad luck: of tries that fail one in five, eight in a row are one in 400,000. */
const deadAfterFailures = 8;
/** Short beside the schedule's first 30 s: a receiver that is back is soon found out. */
const rest = { firstMs: 500, mostMs: 10_000 };

export function createEndpointTraffic(
  perEndpoint: number,
  nowMs: () => number = Date.now,
): EndpointTraffic {
  const endpoints = new Map<WebhookEndpointId, Endpoint>();
  const listeners: (() => void)[] = [];

  const isFull = (endpoint: Endpoint): boolean => endpoint.inFlight >= placesOf(endpoint);
  const isResting = (endpoint: Endpoint): boolean => endpoint.restUntilMs > nowMs();

  function known(endpointId: WebhookEndpointId): Endpoint {
    const endpoint = endpoints.get(endpointId) ?? {
      inFlight: 0,
      holdMs: firstGuessHoldMs,
      lastTakenMs: 0,
      lastEndedMs: 0,
      lineEndsMs: 0,
      failedInARow: 0,
      rests: 0,
      restUntilMs: 0,
    };
    endpoints.set(endpointId, endpoint);
    return endpoint;
  }

  /** Of one that falls silent the first few hang, and no more follow. */
  function placesOf({ holdMs, failedInARow, inFlight, lastEndedMs }: Endpoint): number {
    const answers = inFlight === 0 || nowMs() - lastEndedMs < quick.silentForMs;
    const isQuick = holdMs < quick.holdMs && failedInARow === 0 && answers;
    return isQuick ? perEndpoint * quick.timesThePlaces : perEndpoint;
  }

  function giveBack(endpoint: Endpoint, end: TryEnd, heldMs: number): void {
    const wasHeldBack = isFull(endpoint) || isResting(endpoint);
    endpoint.inFlight -= 1;
    endpoint.lastEndedMs = nowMs();
    if (end !== 'none') {
      endpoint.holdMs = endpoint.holdMs ** (1 - weightOfLast) * Math.max(1, heldMs) ** weightOfLast;
    }
    if (end === 'failed') {
      endpoint.failedInARow += 1;
      if (isDead(endpoint) && !isResting(endpoint)) beginRest(endpoint);
    } else {
      // Nothing sent: the endpoint is disabled or gone, and its deliveries are settled without a try.
      Object.assign(endpoint, { failedInARow: 0, rests: 0, restUntilMs: 0 });
    }
    if (wasHeldBack && !isFull(endpoint) && !isResting(endpoint)) {
      for (const listener of listeners) listener();
    }
  }

  function beginRest(endpoint: Endpoint): void {
    endpoint.restUntilMs = nowMs() + Math.min(rest.mostMs, rest.firstMs * 2 ** endpoint.rests);
    endpoint.rests += 1;
  }

  /**
   * Places become free at an even pace: each that is sent away gets a time of its own. Where even the
   * youngest try has been out for long, the pace known from before says nothing: it waits as long again.
   */
  function nextInLine(endpoint: Endpoint): number {
    const now = nowMs();
    const paceMs = endpoint.holdMs / placesOf(endpoint);
    endpoint.lineEndsMs = Math.min(
      Math.max(endpoint.lineEndsMs, now) + paceMs,
      now + comeBack.mostMs,
    );
    const turnMs = Math.max(endpoint.lineEndsMs - now, now - endpoint.lastTakenMs);
    return Math.round(Math.min(Math.max(comeBack.leastMs, turnMs), comeBack.mostMs));
  }

  function occupy(endpoint: Endpoint): (end: TryEnd) => void {
    endpoint.inFlight += 1;
    const takenMs = nowMs();
    endpoint.lastTakenMs = takenMs;
    return (end) => {
      giveBack(endpoint, end, nowMs() - takenMs);
    };
  }

  function roomOf(endpointId: WebhookEndpointId, endpoint: Endpoint): Room {
    const free = Math.max(0, placesOf(endpoint) - endpoint.inFlight);
    const isProbed = isDead(endpoint) && !isResting(endpoint);
    return {
      endpointId,
      places: isProbed ? Math.min(1, free) : free,
      isResting: isResting(endpoint),
    };
  }

  return {
    perEndpoint,
    take(endpointId) {
      const endpoint = known(endpointId);
      if (isFull(endpoint)) return { kind: 'busy', comeBackInMs: nextInLine(endpoint) };
      return { kind: 'free', release: occupy(endpoint) };
    },
    enter(endpointId) {
      const endpoint = known(endpointId);
      if (isDead(endpoint) && !isResting(endpoint)) beginRest(endpoint);
      return occupy(endpoint);
    },
    rooms() {
      return [...endpoints]
        .map(([id, endpoint]) => roomOf(id, endpoint))
        .filter(({ places, isResting: rests }) => rests || places !== perEndpoint);
    },
    nextRestEndMs() {
      const ends = [...endpoints.values()].filter(isResting).map((one) => one.restUntilMs);
      return ends.length === 0 ? null : Math.min(...ends);
    },
    onRoom(listener) {
      listeners.push(listener);
    },
  };
}

function isDead({ failedInARow }: Endpoint): boolean {
  return failedInARow >= deadAfterFailures;
}
