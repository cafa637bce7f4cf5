import { assertNever } from '../assert-never';

/** Where a delivery stands in its present round of tries. */
export type DeliveryStage =
  /** Its first try is owed: any dispatcher may take it. */
  | 'due'
  /** A dispatcher has it, under a lease: its first try, or the start of its workflow. */
  | 'trying'
  /** Its workflow has it, with the tries after the first. */
  | 'retrying'
  | 'delivered'
  | 'failed'
  | 'held';

/** What moves a delivery; `round` counts the rounds of tries, one more at each retry by hand. */
export interface Delivery {
  readonly stage: DeliveryStage;
  readonly round: number;
  /** Whether a try of this round was begun. One that was held before its first try has its round still to come. */
  readonly isBegun: boolean;
}

export type DeliveryInput =
  /** A dispatcher leases it and begins its first try. */
  | 'first_try_taken'
  /** Its workflow begins a try. */
  | 'try_begun'
  /** A try failed and another follows, after a wait. */
  | 'wait_given'
  /** Its workflow runs: the lease is over. */
  | 'handed_to_workflow'
  /** The receiver took the event. */
  | 'taken'
  /** No try follows: the schedule is used up, the receiver is gone, or its tries kill their workers. */
  | 'given_up'
  | 'endpoint_disabled'
  | 'endpoint_deleted'
  /** A retry by hand, or a replay. */
  | 'asked_again';

export const deliveryInputs = [
  'first_try_taken',
  'try_begun',
  'wait_given',
  'handed_to_workflow',
  'taken',
  'given_up',
  'endpoint_disabled',
  'endpoint_deleted',
  'asked_again',
] as const satisfies readonly DeliveryInput[];

/** Every form that a delivery takes, in its round `round`. */
export function deliveryForms(round: number): readonly Delivery[] {
  return [
    { stage: 'due', round, isBegun: false },
    { stage: 'trying', round, isBegun: true },
    { stage: 'retrying', round, isBegun: true },
    { stage: 'delivered', round, isBegun: true },
    { stage: 'failed', round, isBegun: true },
    { stage: 'failed', round, isBegun: false },
    { stage: 'held', round, isBegun: true },
    { stage: 'held', round, isBegun: false },
  ];
}

/** A delivery that is made of an event for one endpoint. */
export function newDelivery(endpoint: { readonly enabled: boolean }): Delivery {
  return { stage: endpoint.enabled ? 'due' : 'held', round: 1, isBegun: false };
}

export function isDecided({ stage }: Delivery): boolean {
  return stage === 'delivered' || stage === 'failed' || stage === 'held';
}

/**
 * THE table of a delivery: where an input leads, or null where it changes nothing. A delivery is decided once:
 * a try that ends late finds it decided, and is kept in its own row only.
 */
export function moveDelivery(from: Delivery, input: DeliveryInput): Delivery | null {
  switch (input) {
    case 'first_try_taken':
      return from.stage === 'due' ? begun(from, 'trying') : null;
    case 'try_begun':
      // By its workflow, which a process of an older release may have started before the first try.
      if (from.stage === 'due') return begun(from, 'retrying');
      return isInHand(from) ? from : null;
    case 'wait_given':
      return isInHand(from) ? from : null;
    case 'handed_to_workflow':
      return from.stage === 'trying' ? begun(from, 'retrying') : null;
    case 'taken':
      return isInHand(from) ? begun(from, 'delivered') : null;
    case 'given_up':
      return isDecided(from) ? null : begun(from, 'failed');
    case 'endpoint_disabled':
      return isDecided(from) ? null : { ...from, stage: 'held' };
    case 'endpoint_deleted':
      return isDecided(from) ? null : { ...from, stage: 'failed' };
    case 'asked_again':
      if (!isDecided(from)) return null;
      return { stage: 'due', round: from.isBegun ? from.round + 1 : from.round, isBegun: false };
    default:
      return assertNever(input);
  }
}

function isInHand({ stage }: Delivery): boolean {
  return stage === 'trying' || stage === 'retrying';
}

function begun({ round }: Delivery, stage: DeliveryStage): Delivery {
  return { stage, round, isBegun: true };
}
