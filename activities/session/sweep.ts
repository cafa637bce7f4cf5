import { VerifaError } from '../../shared/errors/verifa-error';
import { recordReads } from '../../shared/audit/reads';
import { forgetOldWindows } from '../../shared/limits/rate-counter';
import { eachOnItsOwn, type Alert } from '../each-on-its-own';
import { sweepOrphans } from './erase-objects';
import { forgetOldAnswers, wipeClosedTokens } from './forget';
import { sealAudit, type SealDeps } from './seal-audit';
import {
  finishErasures,
  startOwedInvitations,
  sweepSessions,
  type SweepDeps,
} from './sweep-sessions';

/** All that is put right every minute. A part that fails is reported, and the others have their turn. */
export async function sweep(deps: SweepDeps & SealDeps): Promise<{ readonly restarted: number }> {
  const { db, alert } = deps;
  const now = deps.clock();
  let restarted = 0;
  const parts = {
    closed_tokens: () => wipeClosedTokens(db, now),
    old_answers: () => forgetOldAnswers(db, now),
    old_windows: () => forgetOldWindows(db, now),
    sessions: async () => {
      ({ restarted } = await sweepSessions(deps));
    },
    invitations: () => startOwedInvitations(deps),
    reads: () => recordReads(db, now),
    // Last, so that what the others recorded is sealed too.
    audit: () => sealAudit(deps),
  } as const;
  await eachPart(parts, alert);
  return { restarted };
}

/** What erasures left to delete, and objects whose row never came. */
export async function sweepObjects(deps: SweepDeps): Promise<{ readonly finished: number }> {
  let finished = 0;
  await eachPart(
    {
      erasures: async () => {
        ({ finished } = await finishErasures(deps));
      },
      orphans: () => sweepOrphans(deps),
    },
    deps.alert,
  );
  return { finished };
}

async function eachPart(
  parts: Readonly<Record<string, () => Promise<unknown>>>,
  alert: Alert,
): Promise<void> {
  const { failed } = await eachOnItsOwn(
    Object.entries(parts),
    { what: 'a part of the sweep', idsOf: ([part]) => ({ part }), alert },
    async ([, run]) => {
      await run();
      return true;
    },
  );
  // Tried again whole, which is harmless, and seen in Temporal's UI.
  if (failed.length > 0) throw new VerifaError('temporarily_unavailable');
}
