import { z } from 'zod';
import { recordAudit } from '../../shared/audit/record-audit';
import { createKeyring } from '../../shared/crypto/keyring';
import type { MasterKeys } from '../../shared/crypto/master-keys';
import { ringOf } from './ring-of';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { command, organizationOf, type Command } from './command';
import { purgeAudit } from './purging/purge-audit';
import { purgeDeliveries } from './purging/purge-deliveries';
import { purgeEvents } from './purging/purge-events';
import type { PurgePart } from './purging/purge-part';
import { purgeTimeline } from './purging/purge-timeline';

export interface PurgeDeps {
  /** The settings', unless `--keyring` names a file. */
  readonly masterKeys: () => MasterKeys;
  /** Rows of one transaction. Default 5,000. */
  readonly batchRows?: number;
  readonly onBatch: (what: string, rows: number) => void;
}

const kinds = ['deliveries', 'events', 'timeline', 'audit'] as const;
type Kind = (typeof kinds)[number];

const dayMs = 24 * 3_600_000;
const mostDays = 36_500;

/** Old rows that nothing else deletes (`deploy/GROWTH.md`); counts them only, unless told otherwise. */
export function createPurge(made: PurgeDeps): Command {
  return command({
    usage: `purge --what ${kinds.join('|')} --older-than-days <days> [--dry-run no] [--organization org_…] [--keyring <file>]`,
    options: z.strictObject({
      what: z.enum(kinds),
      'older-than-days': z
        .string()
        .regex(/^\d+$/, 'must be a number of days')
        .transform(Number)
        .pipe(z.number().max(mostDays)),
      'dry-run': z.enum(['yes', 'no']).default('yes'),
      organization: z.string().optional(),
      keyring: z.string().min(1).optional(),
    }),
    run: async (deps, { what, organization: asked, keyring, ...options }) => {
      const part = await partOf(what, made, keyring);
      const days = options['older-than-days'];
      if (days < part.leastDays) {
        throw new VerifaError('config_invalid', {
          detail: `--older-than-days: must be at least ${String(part.leastDays)} for ${what}`,
        });
      }
      const organization = await organizationOf(deps, asked);
      const at = deps.clock();
      const purge = {
        db: deps.db,
        organizationId: organization,
        before: new Date(at.getTime() - days * dayMs),
        at,
        batchRows: made.batchRows ?? 5_000,
        onBatch: (rows: number) => made.onBatch(what, rows),
      };
      const told = { organization, what, before: purge.before.toISOString() };
      const due = await part.count(purge);
      if (options['dry-run'] === 'yes') {
        return { ...told, would_delete: String(due), next: '--dry-run no deletes them' };
      }
      // Before anything goes: a run that is killed leaves word of what it was about.
      if (due > 0) {
        await recordAudit(deps.db, {
          organizationId: organization,
          environment: null,
          actorKind: 'operator',
          actorId: null,
          action: 'organization.purge_begun',
          resourceId: organization,
          requestId: null,
          detail: { what, before: told.before, due },
          at,
        });
      }
      return { ...told, deleted: String(await part.purge(purge)) };
    },
  });
}

async function partOf(
  what: Kind,
  { masterKeys }: PurgeDeps,
  keyring: string | undefined,
): Promise<PurgePart> {
  switch (what) {
    case 'deliveries':
      return purgeDeliveries;
    case 'events':
      return purgeEvents;
    case 'timeline':
      return purgeTimeline;
    case 'audit':
      return purgeAudit(createKeyring(await ringOf(masterKeys, keyring).read()));
  }
}
