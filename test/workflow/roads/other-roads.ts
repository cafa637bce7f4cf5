import { ApplicationFailure } from '@temporalio/common';
import type { MailActivities } from '../../../activities/mail/contract';
import type { WatchlistActivities } from '../../../activities/watchlists/contract';
import type {
  DeliveryOutcome,
  WebhookActivities,
} from '../../../activities/webhooks/delivery-activities';
import type { RefreshedWatchlist } from '../../../activities/watchlists/contract';
import { newId } from '../../../shared/domain/ids';
import type { WatchlistSource } from '../../../shared/domain/watchlists/watchlist-source';
import {
  deliveriesQueue,
  deliveryWorkflowType,
  invitationWorkflowType,
  retentionWorkflowType,
  sessionsQueue,
  sweepWorkflowType,
  watchlistRefreshWorkflowType,
} from '../../../shared/temporal/names';
import type { SessionStage } from '../session-stage';

/** What the activities of a road answer, one after the other; an error is a try that failed. */
export type Answers<T> = (T | Error)[];

/** The world that the roads of the small workflows end in: their histories hold its answers and nothing else of it. */
export interface ScriptedWorld extends WebhookActivities, MailActivities, WatchlistActivities {
  readonly deliveries: Answers<DeliveryOutcome>;
  readonly invitations: Answers<'sent' | 'dropped'>;
  readonly watchlists: Map<WatchlistSource, Answers<RefreshedWatchlist>>;
  /** How many of the next runs of a sweep's last part fail. */
  brokenSweeps: number;
}

export function scriptedWorld(): ScriptedWorld {
  const deliveries: Answers<DeliveryOutcome> = [];
  const invitations: Answers<'sent' | 'dropped'> = [];
  const watchlists = new Map<WatchlistSource, Answers<RefreshedWatchlist>>();
  return {
    deliveries,
    invitations,
    watchlists,
    brokenSweeps: 0,
    tryDelivery: () => next(deliveries),
    sendInvitation: () => next(invitations),
    configuredWatchlists: () => Promise.resolve([...watchlists.keys()]),
    refreshWatchlist: (source) => next(watchlists.get(source) ?? []),
    alertStaleWatchlist: () => Promise.resolve(),
  };
}

function next<T>(answers: Answers<T>): Promise<T> {
  const answer = answers.shift();
  if (answer === undefined) return Promise.reject(new Error('nobody is there'));
  return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
}

/** As an activity asks for its next try. */
function later(wait: '30 seconds' | '2 minutes'): Error {
  return ApplicationFailure.create({ type: 'delivery_failed', nextRetryDelay: wait });
}

export interface OtherRoad {
  readonly type: string;
  readonly taskQueue: string;
  readonly args?: readonly unknown[];
  /** Sets what the world will answer. */
  readonly before?: (world: ScriptedWorld, stage: SessionStage) => Promise<void> | void;
  readonly fails?: true;
}

const delivery = (deliveries: Answers<DeliveryOutcome>): OtherRoad => ({
  type: deliveryWorkflowType,
  taskQueue: deliveriesQueue,
  args: [{ deliveryId: newId('webhookDelivery'), round: 1 }],
  before: (world) => void world.deliveries.push(...deliveries),
});

const invitation = (invitations: Answers<'sent' | 'dropped'>): OtherRoad => ({
  type: invitationWorkflowType,
  taskQueue: sessionsQueue,
  args: [{ sessionId: newId('session'), number: 1 }],
  before: (world) => void world.invitations.push(...invitations),
});

const refresh = (
  lists: readonly (readonly [WatchlistSource, Answers<RefreshedWatchlist>])[],
): OtherRoad => ({
  type: watchlistRefreshWorkflowType,
  taskQueue: sessionsQueue,
  before: (world) => {
    for (const [source, answers] of lists) world.watchlists.set(source, answers);
  },
});

const sweep: OtherRoad = { type: sweepWorkflowType, taskQueue: sessionsQueue };
const loaded: RefreshedWatchlist = { result: 'loaded', entries: 3 };
const unchanged: RefreshedWatchlist = { result: 'unchanged', entries: 3 };
const away = (): Error => ApplicationFailure.nonRetryable('away', 'watchlist_unavailable');

export const otherRoads: Readonly<Record<string, OtherRoad>> = {
  'delivery-taken': delivery(['delivered']),
  'delivery-tried-again': delivery([later('30 seconds'), later('2 minutes'), 'delivered']),
  'delivery-given-up': delivery([later('30 seconds'), 'failed']),
  'invitation-sent': invitation(['sent']),
  'invitation-waits-for-mail': invitation([new Error('no mail server'), 'sent']),
  'invitation-dropped': invitation(['dropped']),
  'retention-nothing-due': { type: retentionWorkflowType, taskQueue: sessionsQueue },
  'sweep-through': sweep,
  'sweep-broken': {
    ...sweep,
    fails: true,
    before: (world) => {
      world.brokenSweeps = 3;
    },
  },
  'watchlists-refreshed': refresh([
    ['un', [loaded]],
    ['eu', [unchanged]],
  ]),
  'watchlist-away': refresh([
    ['un', [loaded]],
    ['eu', [away()]],
  ]),
  'watchlists-none': { type: watchlistRefreshWorkflowType, taskQueue: sessionsQueue },
};
