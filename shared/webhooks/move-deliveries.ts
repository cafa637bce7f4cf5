import { sql, type RawBuilder, type SqlBool } from 'kysely';
import {
  deliveryForms,
  isDecided,
  moveDelivery,
  type Delivery,
  type DeliveryInput,
} from '../domain/delivery/delivery';

/** Of the dispatcher that has the row, for as long as nobody renews it. */
export interface Lease {
  readonly owner: string;
  readonly ms: number;
}

/** `pending` covers three stages; what tells them apart are `started_round` and the lease. */
export interface DeliveryMove {
  /** Rows that the input moves. */
  readonly where: RawBuilder<SqlBool>;
  readonly set: {
    readonly status: RawBuilder<StoredStatus>;
    readonly round: RawBuilder<number>;
    readonly started_round: RawBuilder<number>;
    readonly leased_by: RawBuilder<string | null>;
    readonly leased_until: RawBuilder<Date | null>;
  };
}

type StoredStatus = 'pending' | 'delivered' | 'failed' | 'held';

/**
 * The table of `delivery.ts` as SQL, so that rows are moved one by one and by the thousand by the same rules:
 * each form that the input moves is a case. Refers to `webhook_deliveries` by that name.
 */
export function deliveryMove(input: DeliveryInput, lease: Lease | null = null): DeliveryMove {
  const moves = deliveryForms(0).flatMap((from) => {
    const to = moveDelivery(from, input);
    return to === null ? [] : [{ from, to }];
  });
  function byForm<T>(column: (to: Delivery) => RawBuilder<T>): RawBuilder<T> {
    const cases = moves.map(({ from, to }) => sql`WHEN ${isForm(from)} THEN ${column(to)}`);
    return sql<T>`CASE ${sql.join(cases, sql` `)} END`;
  }
  const roundOf = ({ round }: Delivery): RawBuilder<number> =>
    sql`webhook_deliveries.round + ${sql.lit(round)}`;
  return {
    where: sql<SqlBool>`(${sql.join(
      moves.map(({ from }) => isForm(from)),
      sql` OR `,
    )})`,
    set: {
      status: byForm((to) => sql.lit(statusOf(to))),
      round: byForm(roundOf),
      // A round to come is any above it: it stays as it is.
      started_round: byForm((to) =>
        to.isBegun ? roundOf(to) : sql<number>`webhook_deliveries.started_round`,
      ),
      leased_by: byForm((to) =>
        to.stage !== 'trying'
          ? sql<null>`NULL`
          : lease === null
            ? sql`webhook_deliveries.leased_by`
            : sql`${lease.owner}`,
      ),
      leased_until: byForm((to) =>
        to.stage !== 'trying'
          ? sql<null>`NULL::timestamptz`
          : lease === null
            ? sql`webhook_deliveries.leased_until`
            : leaseEnd(lease.ms),
      ),
    },
  };
}

/** By the database's clock, which all dispatchers share. */
export function leaseEnd(ms: number): RawBuilder<Date> {
  return sql<Date>`clock_timestamp() + ${ms} * interval '1 millisecond'`;
}

/** For statements that are not built: `SET ${setClause(move)}`. */
export function setClause({ set }: DeliveryMove): RawBuilder<unknown> {
  return sql.join(Object.entries(set).map(([column, value]) => sql`${sql.ref(column)} = ${value}`));
}

export function statusOf(delivery: Delivery): StoredStatus {
  switch (delivery.stage) {
    case 'due':
    case 'trying':
    case 'retrying':
      return 'pending';
    case 'delivered':
    case 'failed':
    case 'held':
      return delivery.stage;
  }
}

/** How the row of a new delivery says what it is: its `started_round`. */
export function startedRoundOf({ round, isBegun }: Delivery): number {
  return isBegun ? round : round - 1;
}

function isForm(form: Delivery): RawBuilder<SqlBool> {
  const status = sql<SqlBool>`webhook_deliveries.status = ${sql.lit(statusOf(form))}`;
  const begun = form.isBegun
    ? sql<SqlBool>`webhook_deliveries.started_round >= webhook_deliveries.round`
    : sql<SqlBool>`webhook_deliveries.started_round < webhook_deliveries.round`;
  if (form.stage === 'delivered') return status;
  if (isDecided(form) || form.stage === 'due') return sql<SqlBool>`(${status} AND ${begun})`;
  const lease = form.stage === 'trying' ? sql`IS NOT NULL` : sql`IS NULL`;
  return sql<SqlBool>`(${status} AND ${begun} AND webhook_deliveries.leased_until ${lease})`;
}
