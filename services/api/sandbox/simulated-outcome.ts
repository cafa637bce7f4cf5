import { z } from 'zod';
import { checkCatalogue } from '../../../shared/domain/checks/catalogue';
import { checkNames, type CheckName } from '../../../shared/domain/checks/outcome';
import { rejectionReasonOf } from '../../../shared/domain/checks/rejection-reason-of';
import type { SessionRow } from '../../../shared/database/schema';
import { attemptChecksOf } from '../../../shared/domain/graph/always-run';
import type { WorkflowDefinition } from '../../../shared/domain/graph/definition';
import { onlyChecks } from '../../../shared/domain/graph/only-checks';
import type { SandboxOutcome } from '../../../shared/domain/lifecycle/event';
import { readSettings } from '../../../shared/organization/read-settings';
import { isDualReview } from '../../../shared/domain/cases/dual-review-setting';
import type { SentEvent } from '../../../shared/temporal/session-messages';
import type { ApiDeps } from '../deps';
import { invalidField } from '../http/parse';
import { readVersion } from '../workflows/store-version';

/** Which check fails, and with which of its reasons; for outcomes that are no approval. */
export const failingFields = {
  check: z.enum(checkNames).optional(),
  reason: z.string().optional(),
};
type Named = z.output<z.ZodObject<typeof failingFields>>;

/** The message of a tester's choice, over the API and on the page alike. */
export async function simulatedOutcome(
  { db }: Pick<ApiDeps, 'db'>,
  session: SessionRow,
  outcome: SandboxOutcome,
  named: Named,
): Promise<SentEvent> {
  const definition = await readVersion(db, session.workflow_id, session.workflow_version);
  const failing = failingAs(outcome, named, checksOfSession(definition, session));
  return {
    type: 'outcome',
    outcome,
    simulated: failing ?? {},
    ...reasonCode(outcome, failing),
    ...(isDualReview(definition, await readSettings(db, session)) ? { dualReview: true } : {}),
  };
}

function checksOfSession(
  definition: WorkflowDefinition,
  { checks }: SessionRow,
): ReadonlySet<CheckName> {
  const graph = onlyChecks(definition.graph, checks);
  return new Set(attemptChecksOf(graph).map(({ check }) => check));
}

/** @throws VerifaError validation_failed that names the field */
function failingAs(
  outcome: SandboxOutcome,
  { check, reason }: Named,
  asked: ReadonlySet<CheckName>,
): { readonly check: CheckName; readonly reason: string } | null {
  if (check === undefined) {
    if (reason === undefined) return null;
    throw invalidField('check', 'required', 'has to say which check fails for the reason');
  }
  if (outcome === 'approve' || outcome === 'expire') {
    throw invalidField('check', 'not_applicable', 'fails only where the outcome is no approval');
  }
  if (!asked.has(check)) {
    throw invalidField('check', 'unknown_check', 'is not a check of the session');
  }
  const known = checkCatalogue[check].reasons;
  if (reason !== undefined && !known.includes(reason)) {
    throw invalidField('reason', 'unknown_reason', `is none of ${check}: ${known.join(', ')}`);
  }
  return { check, reason: reason ?? known[0] };
}

function reasonCode(
  outcome: SandboxOutcome,
  failing: { readonly check: CheckName; readonly reason: string } | null,
): { reasonCode?: string } {
  if (failing !== null) {
    const { check, reason } = failing;
    return { reasonCode: rejectionReasonOf(check, { status: 'failed', reasons: [reason] }) };
  }
  return outcome === 'reject' ? { reasonCode: 'sandbox_rejected' } : {};
}
