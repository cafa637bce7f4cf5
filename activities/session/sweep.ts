import { recordReads } from '../../shared/audit/reads';
import { forgetSignIns } from '../../shared/auth/forget-sign-ins';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { forgetOldWindows } from '../../shared/limits/rate-counter';
import { eachOnItsOwn } from '../each-on-its-own';
import { addUpTotals } from './add-up-totals';
import { forgetOldAnswers, wipeClosedTokens } from './forget';
import { sealAudit, type SealDeps } from './seal-audit';
import type { SweepDeps } from './sweep-sessions';

type PartDeps = Pick<SweepDeps, 'db' | 'clock' | 'alert' | 'heartbeat'>;

/** Deletes all of which time ran out, and adds up what was counted. */
export function cleanUp(deps: PartDeps): Promise<void> {
  const { db, heartbeat } = deps;
  const now = deps.clock();
  return eachPart(deps, {
    closed_tokens: () => wipeClosedTokens(db, now),
    old_answers: () => forgetOldAnswers(db, now, heartbeat),
    old_windows: () => forgetOldWindows(db, now),
    sign_ins: () => forgetSignIns(db, now),
    totals: () => addUpTotals(db, heartbeat),
  });
}

/** Sealed after the counted reads became records, so that those are sealed too. */
export async function recordAndSeal(
  deps: PartDeps & SealDeps,
): Promise<{ readonly sealed: number }> {
  let sealed = 0;
  await eachPart(deps, {
    reads: () => recordReads(deps.db, deps.clock(), deps.heartbeat),
    audit: async () => {
      ({ sealed } = await sealAudit(deps));
    },
  });
  return { sealed };
}

/** A part that fails is reported, and the others have their turn. */
async function eachPart(
  { alert, heartbeat }: Pick<PartDeps, 'alert' | 'heartbeat'>,
  parts: Readonly<Record<string, () => Promise<unknown>>>,
): Promise<void> {
  const { failed } = await eachOnItsOwn(
    Object.entries(parts),
    { what: 'a part of the sweep', idsOf: ([part]) => ({ part }), alert, heartbeat },
    async ([, run]) => {
      await run();
      return true;
    },
  );
  // Tried again whole, which is harmless, and seen in Temporal's UI.
  if (failed.length > 0) throw new VerifaError('temporarily_unavailable');
}
