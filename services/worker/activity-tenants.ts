import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { MailActivities } from '../../activities/mail/contract';
import type {
  CheckActivities,
  ErasureActivities,
  RetentionActivities,
  SessionActivities,
  SweepActivities,
} from '../../activities/session/contract';
import type { WatchlistActivities } from '../../activities/watchlists/contract';
import type { WebhookActivities } from '../../activities/webhooks/delivery-activities';
import type { Database } from '../../shared/database/schema';
import { tenantOf, type Scope } from '../../shared/database/scope';
import type { Tenancy } from '../../shared/database/tenancy';
import { isId, type SessionId, type WebhookDeliveryId } from '../../shared/domain/ids';

type ActivityName = keyof (SessionActivities &
  ErasureActivities &
  SweepActivities &
  RetentionActivities &
  CheckActivities &
  MailActivities &
  WatchlistActivities &
  WebhookActivities);

/** Whose rows an activity may reach: its session's or delivery's tenant's, or all of them. */
export const whose: Readonly<Record<ActivityName, 'session' | 'delivery' | 'all'>> = {
  loadSession: 'session',
  judgeSubmit: 'session',
  commitTransition: 'session',
  loadAttempt: 'session',
  chooseRoute: 'session',
  recordRefusedSignal: 'session',
  recordErrors: 'session',
  eraseObjects: 'session',
  runDocumentChecks: 'session',
  runFaceChecks: 'session',
  runRecordChecks: 'session',
  runChecks: 'session',
  sendInvitation: 'session',
  tryDelivery: 'delivery',
  sweepSessions: 'all',
  startOwedInvitations: 'all',
  sealAudit: 'all',
  finishErasures: 'all',
  cleanUp: 'all',
  deleteOrphans: 'all',
  endRetention: 'all',
  configuredWatchlists: 'all',
  refreshWatchlist: 'all',
  alertStaleWatchlist: 'all',
};

export interface ActivityTenantsDeps {
  readonly tenancy: Tenancy;
  /** Looks up whose a session or a delivery is. */
  readonly system: Kysely<Database>;
}

/** Has each activity's queries reach its own tenant's rows; one that is not in the table reaches nothing. */
export function activityTenants({
  tenancy,
  system,
}: ActivityTenantsDeps): ActivityInterceptorsFactory {
  const tenants = createTenants(system);
  return ({ info: { activityType } }) => ({
    inbound: {
      async execute(input, next) {
        const scope = await scopeOf(tenants, activityType, input.args);
        return scope === null ? next(input) : tenancy.within(scope, () => next(input));
      },
    },
  });
}

async function scopeOf(
  tenants: Tenants,
  activity: string,
  [argument]: readonly unknown[],
): Promise<Scope | null> {
  switch (isKnown(activity) ? whose[activity] : null) {
    case 'session':
      return tenants.ofSession(sessionArgument.parse(argument));
    case 'delivery':
      return tenants.ofDelivery(deliveryArgument.parse(argument).deliveryId);
    case 'all':
      return { kind: 'system' };
    case null:
      return null;
  }
}

function isKnown(activity: string): activity is ActivityName {
  return activity in whose;
}

const sessionId = z.custom<SessionId>((id) => typeof id === 'string' && isId('session', id));
const sessionArgument = z.union([
  sessionId,
  z.object({ sessionId }).transform((ref) => ref.sessionId),
]);
const deliveryArgument = z.object({
  deliveryId: z.custom<WebhookDeliveryId>(
    (id) => typeof id === 'string' && isId('webhookDelivery', id),
  ),
});

interface Tenants {
  ofSession(id: SessionId): Promise<Scope>;
  ofDelivery(id: WebhookDeliveryId): Promise<Scope>;
}

/** A session's tenant never changes: it is asked for once a worker, of the sessions it works on now. */
const mostKept = 10_000;

function createTenants(system: Kysely<Database>): Tenants {
  const kept = new Map<SessionId, Scope>();
  return {
    async ofSession(id) {
      const known = kept.get(id);
      if (known !== undefined) return known;
      const row = await system
        .selectFrom('sessions')
        .select(['organization_id', 'environment'])
        .where('id', '=', id)
        .executeTakeFirst();
      // Its activity finds nothing, and says so in its own words.
      if (row === undefined) return { kind: 'nobody' };
      const [oldest] = kept.keys();
      if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
      const tenant = tenantOf(row);
      kept.set(id, tenant);
      return tenant;
    },
    async ofDelivery(id) {
      const row = await system
        .selectFrom('webhook_deliveries')
        .select(['organization_id', 'environment'])
        .where('id', '=', id)
        .executeTakeFirst();
      return row === undefined ? { kind: 'nobody' } : tenantOf(row);
    },
  };
}
