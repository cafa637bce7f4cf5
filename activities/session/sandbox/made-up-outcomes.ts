import { riskVerdict } from '../../../shared/domain/checks/rules/risk-reasons';
import type { CheckName, CheckOutcome } from '../../../shared/domain/checks/outcome';
import type { Graph } from '../../../shared/domain/graph/definition';
import { checksOf } from '../../../shared/domain/graph/walk';
import type { SandboxOutcome } from '../../../shared/domain/lifecycle/event';
import { assessRisk, type RiskAssessment } from '../../../shared/domain/risk/assess-risk';
import type { SignalName } from '../../../shared/domain/risk/signal-catalogue';
import { signalOfReason } from '../../checks/records/risk/signal-of-reason';

/** The check that is to fail, and with which of its reasons. */
export interface Failing {
  readonly check: CheckName;
  readonly reason: string;
}

/** The scores of a check that passed, and of one that failed; of those that are not here there is none. */
const scores: Readonly<Partial<Record<CheckName, readonly [passed: number, failed: number]>>> = {
  document_quality: [0.97, 0.31],
  document_ocr: [0.99, 0],
  face_match: [0.95, 0.12],
  liveness: [1, 0.33],
  identity_crossref: [1, 0.42],
  watchlist_screening: [1, 0.05],
  proof_of_address_check: [0.96, 0.42],
};

/** Judged on what `document_ocr` reads: without a reading there is nothing to judge. */
const judgeReading: readonly CheckName[] = [
  'document_expiration',
  'id_document_filter',
  'age',
  'identity_crossref',
];
const engine = { engine: 'sandbox', engineVersion: '1' } as const;

/**
 * Which check fails where the tester named none: of a rejection the first that the graph rejects for, with
 * the reason `sandbox_rejected`, else a blocked risk; of a review a high risk, which every graph sends there.
 */
export function failingOf(
  outcome: SandboxOutcome,
  graph: Graph,
  named: Failing | null,
): Failing | null {
  switch (outcome) {
    case 'approve':
    case 'expire':
      return null;
    case 'needs_review':
      return named ?? { check: 'risk_assessment', reason: 'risk_high' };
    case 'reject': {
      const rejecting = checksOf(graph).find(({ routes }) =>
        graph.nodes.some(
          (node) =>
            node.id === routes.failed && node.kind === 'terminal' && node.decision === 'rejected',
        ),
      );
      if (named !== null) return named;
      return rejecting === undefined || rejecting.check === 'risk_assessment'
        ? { check: 'risk_assessment', reason: 'risk_blocked' }
        : { check: rejecting.check, reason: 'sandbox_rejected' };
    }
  }
}

/** False where the document could not be read at all: there are no extracted data then. */
export function isRead(failing: Failing | null): boolean {
  return failing?.reason !== 'mrz_not_found' && failing?.reason !== 'mrz_unreadable';
}

/** What each of these checks would say of the made-up person, in the form of a real one. */
export function madeUpOutcomes(
  checks: readonly CheckName[],
  failing: Failing | null,
): readonly CheckOutcome[] {
  const named = failing === null || checks.includes(failing.check) ? [] : [failing.check];
  return [...checks, ...named].map((check) =>
    check === 'risk_assessment'
      ? { ...riskVerdict(madeUpRisk(failing)), ...engine }
      : outcomeOf(check, failing),
  );
}

function outcomeOf(check: CheckName, failing: Failing | null): CheckOutcome {
  const [passed, failed] = scores[check] ?? [null, null];
  if (failing?.check === check) {
    // Where no face was found there is no pair to score.
    const isUnscored = /^(no_face|several_faces)/.test(failing.reason) && check === 'face_match';
    return {
      check,
      status: 'failed',
      score: isUnscored ? null : failed,
      reasons: [failing.reason],
      ...engine,
    };
  }
  if (judgeReading.includes(check) && !isRead(failing)) {
    return { check, status: 'skipped', score: null, reasons: ['document_unreadable'], ...engine };
  }
  return { check, status: 'passed', score: passed, reasons: [], ...engine };
}

/** The signals that add up to the wished-for risk; else the one that the failing check's reason is. */
export function madeUpRisk(failing: Failing | null): RiskAssessment {
  if (failing === null) return assessRisk([], {});
  const signals = riskSignals[failing.reason];
  if (failing.check !== 'risk_assessment' || signals === undefined) {
    const signal = signalOfReason(failing.reason);
    return assessRisk(signal === null ? [] : [signal], {});
  }
  const isBlocked = failing.reason === 'risk_blocked';
  return assessRisk(signals, isBlocked ? { payload_tampering: 'block' } : {});
}

const riskSignals: Readonly<Record<string, readonly SignalName[]>> = {
  risk_high: ['bot_detected', 'incognito_detected'],
  risk_critical: ['bot_detected', 'webdriver_evasion_detected'],
  risk_blocked: ['payload_tampering'],
};
