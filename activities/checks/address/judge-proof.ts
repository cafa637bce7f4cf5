import type { CheckOutcome } from '../../../shared/checks/outcome';
import { addressInPrint, type AddressMatch } from './find-address';
import { daysBetween, documentDay } from './document-day';
import { nameInPrint } from './find-name';
import { textEngine, type PrintedText } from './printed-text';

export interface ProofRules {
  readonly maximumAgeDays: number;
  /** A name, and of an address the share of its words, alike to at least this degree. */
  readonly nameThreshold: number;
  readonly addressThreshold: number;
}

export interface Expected {
  readonly name: { readonly first: string; readonly last: string };
  readonly address: string;
  /** The day that the person gave with the upload. */
  readonly statedDay: string | null;
  /** The organisation's calendar day. */
  readonly today: string;
}

export interface ProofFindings {
  readonly nameScore: number;
  readonly address: AddressMatch;
  readonly day: string | null;
  readonly ageDays: number | null;
}

/** A letter has at least an address and a date; with fewer rows nothing can be said. */
const leastRows = 4;

/** `proof_of_address_check`: print against what is known; the day within its age. */
export function judgeProof(
  { rows }: PrintedText,
  expected: Expected,
  rules: ProofRules,
): { readonly outcome: CheckOutcome; readonly findings: ProofFindings | null } {
  if (rows.length < leastRows) return { outcome: outcome(null, ['unreadable']), findings: null };
  const texts = rows.map(({ text }) => text);
  const { today, statedDay: stated } = expected;
  const nameScore = nameInPrint(expected.name, texts);
  const address = addressInPrint(expected.address, texts);
  const day = documentDay(texts, { today, stated });
  const ageDays = day === null ? null : daysBetween(day, today);
  const reasons = [
    ...(nameScore < rules.nameThreshold ? ['name_mismatch'] : []),
    ...(!address.numbers || address.words < rules.addressThreshold ? ['address_mismatch'] : []),
    ...(ageDays === null ? ['date_not_found'] : []),
    ...(ageDays !== null && ageDays > rules.maximumAgeDays ? ['document_too_old'] : []),
  ];
  const score = Math.min(nameScore, address.numbers ? address.words : 0);
  return { outcome: outcome(score, reasons), findings: { nameScore, address, day, ageDays } };
}

function outcome(score: number | null, reasons: readonly string[]): CheckOutcome {
  return {
    check: 'proof_of_address_check',
    status: reasons.length === 0 ? 'passed' : 'failed',
    score,
    reasons,
    ...textEngine,
  };
}
