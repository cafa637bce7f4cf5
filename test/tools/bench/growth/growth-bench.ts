import type { Kysely } from 'kysely';
import { createKeyring, newKeyringFile } from '../../../../shared/crypto/keyring';
import { connectDatabase, connectScoped } from '../../../../shared/database/connect';
import type { Database } from '../../../../shared/database/schema';
import { tenantScope } from '../../../../shared/database/scope';
import { createTenancy } from '../../../../shared/database/tenancy';
import { bootstrapOrganization } from '../../../../shared/organization/first-organization';
import { generateRows } from '../../../database/generated-rows';
import { createTestDatabase } from '../../../stack/database';
import { startTestPostgres } from '../../../stack/servers';
import { withoutIndexes } from '../without-indexes';
import { auditSubjects } from './audit-subjects';
import { cleanUpSubjects } from './clean-up-subjects';
import { cpuOf, type CallCpu } from './cpu';
import { faceSubjects } from './face-subjects';
import { listSubjects } from './list-subjects';
import { outboxSubjects } from './outbox-subjects';
import type { GrowthDeps, Subject } from './subject';

const calls = 10;
const grown = [
  'sessions',
  'results',
  'cases',
  'case_marks',
  'identities',
  'audit',
  'webhook_deliveries',
  'list_items',
];
const groups: readonly ((deps: GrowthDeps) => readonly Subject[])[] = [
  listSubjects,
  cleanUpSubjects,
  outboxSubjects,
  auditSubjects,
  faceSubjects,
];

/** `npm run bench -- growth [sizes]`: what a call costs over so many rows, and the factor from size to size. */
export async function benchGrowth([sizes]: readonly string[]): Promise<void> {
  const [first = 10_000, ...more] = sizesOf(sizes);
  const postgres = await startTestPostgres();
  const database = await createTestDatabase(postgres.environment);
  const db: Kysely<Database> = connectDatabase({ url: database.url, maxConnections: 4 });
  const tenancy = createTenancy();
  const scoped = connectScoped({ url: database.url, maxConnections: 2 }, tenancy);
  try {
    const { organizationId } = await bootstrapOrganization(db, () => new Date());
    const keyring = createKeyring(newKeyringFile());
    const scope = tenantScope({ organizationId, environment: 'live' });
    const asTenant = <T>(work: () => T): T => tenancy.within(scope, work);
    const deps = { db, keyring, organizationId, databaseUrl: database.url };
    const subjects = groups.flatMap((group) => group({ ...deps, walled: scoped.db, asTenant }));
    const curves = new Map<Subject, CallCpu[]>();
    let from = 1;
    for (const sessions of [first, ...more]) {
      await withoutIndexes(db, grown, () => generateRows(db, { organizationId, sessions, from }));
      from = sessions + 1;
      for (const subject of subjects) {
        await subject.prepare?.(sessions);
        const cost = await cpuOf(db, subject.calls ?? calls, subject.call);
        curves.set(subject, [...(curves.get(subject) ?? []), cost]);
        console.error(`  ${String(sessions)}: ${subject.name} ${costText(cost)}`);
      }
    }
    print([first, ...more], curves);
    for (const subject of subjects) await subject.close?.();
  } finally {
    await scoped.close();
    await db.destroy();
    await database.drop();
    await postgres.stop();
  }
}

function sizesOf(given = '10000,100000,1000000'): readonly number[] {
  return given.split(',').map(Number);
}

function print(sizes: readonly number[], curves: ReadonlyMap<Subject, readonly CallCpu[]>): void {
  console.log(
    `CPU ms of a call, Postgres + Node, at ${sizes.join(', ')} rows (mean; ratio last : first)`,
  );
  for (const [{ name }, costs] of curves) {
    const sum = (cost: CallCpu | undefined) => (cost?.postgresMs ?? 0) + (cost?.nodeMs ?? 0);
    const each = costs.map(costText);
    const factor = sum(costs.at(-1)) / Math.max(sum(costs[0]), 0.1);
    console.log(`  ${name.padEnd(44)} ${each.join(' | ')}  x${factor.toFixed(1)}`);
  }
}

function costText({ postgresMs, nodeMs }: CallCpu): string {
  return `${postgresMs.toFixed(1)} + ${nodeMs.toFixed(1)}`;
}
