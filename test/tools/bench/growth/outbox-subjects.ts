import { sql } from 'kysely';
import { takeLapsedLeases } from '../../../../activities/webhooks/leases';
import { dispatchEvents } from '../../../../activities/webhooks/outbox';
import { takeFirstTries } from '../../../../activities/webhooks/take-first-tries';
import { newDelivery } from '../../../../shared/domain/delivery/delivery';
import { startedRoundOf, statusOf } from '../../../../shared/webhooks/move-deliveries';
import { generatedId } from '../../../database/generated-rows';
import type { GrowthDeps, Subject } from './subject';

const mostHeld = 200_000;

/** The dispatcher's rounds beside deliveries that wait for an endpoint which takes nothing now. */
export function outboxSubjects({ db, organizationId }: GrowthDeps): readonly Subject[] {
  const resting = generatedId('whe_', 9);
  const held = newDelivery({ enabled: true });
  const lease = { owner: 'bench', ms: 30_000 };
  const wish = { lease, limit: 50, perEndpoint: 10, after: '' };
  const rooms = [{ endpointId: `whe_${generatedId('', 9)}`, places: 0, isResting: true }] as const;
  return [
    {
      name: 'first tries, with up to 200,000 held',
      prepare: async (size) => {
        await db.transaction().execute(async (trx) => {
          await sql`SET LOCAL session_replication_role = replica`.execute(trx);
          await sql`INSERT INTO webhook_deliveries (id, organization_id, environment, event_id,
              endpoint_id, event_type, status, round, started_round, tries, created_at, updated_at)
            SELECT 'whd_h' || lpad(to_hex(n), 25, '0'), ${organizationId}, 'live',
              'evt_h' || lpad(to_hex(n), 25, '0'), ${resting}, 'session.created',
              ${statusOf(held)}, ${held.round}::int, ${startedRoundOf(held)}::int, 0, now(), now()
            FROM generate_series(1, ${Math.min(size, mostHeld)}::int) AS n
            ON CONFLICT DO NOTHING`.execute(trx);
        });
        await sql`VACUUM (ANALYZE) webhook_deliveries`.execute(db);
      },
      call: () => takeFirstTries(db, { ...wish, now: new Date(), rooms }),
    },
    { name: 'events to be dispatched, none', call: () => dispatchEvents(db, new Date()) },
    {
      name: 'leases that ran out, none',
      call: () => takeLapsedLeases(db, lease, { except: [], limit: 50 }),
    },
  ];
}
