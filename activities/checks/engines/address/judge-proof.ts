import type { CheckOutcome } from '../../../../shared/domain/checks/outcome';
import { addressInPrint, withoutCountry, type AddressMatch } from './find-address';
import { daysBetween, documentDay } from './document-day';
import { findIssuer } from './find-issuer';
import { nameInPrint } from './find-name';
import { textEngine, type PrintedText } from './printed-text';
import type { ProofKind } from '../../../../shared/domain/documents/proof-kinds';
import { showsKind } from './proof-kind';

export interface ProofRules {
  readonly maximumAgeDays: number;
  /** A name, and of an address the share of its words, alike to at least this degree. */
  readonly nameThreshold: number;
  readonly addressThreshold: number;
}

export interface Expected {
  /** Either part may be empty: a name of one word is a name. */
  readonly name: { readonly first: string; readonly last: string };
  readonly address: string;
  /** Alpha-3, where the address itself names none. */
  readonly country: string | null;
  /** What the person said that it is; null: nobody said. */
  readonly kind: ProofKind | null;
  /** The day that the person gave with the upload. */
  readonly statedDay: string | null;
  /** The organisation's calendar day. */
  readonly today: string;
  /** Programs that change pictures or pages, named in the file. */
  readonly editors: readonly string[];
}

export interface ProofFindings {
  readonly nameScore: number;
  readonly address: AddressMatch;
  readonly showsKind: boolean;
  readonly issuer: string | null;
  readonly day: string | null;
  readonly ageDays: number | null;
}

/** A letter has at least an address and a date; with fewer rows nothing can be said. */
const leastRows = 4;

/** `proof_of_address_check`: a paper of its kind and of an issuer, its print against what is known, its age. */
export function judgeProof(
  { rows }: PrintedText,
  expected: Expected,
  rules: ProofRules,
): { readonly outcome: CheckOutcome; readonly findings: ProofFindings | null } {
  const edited = expected.editors.length > 0 ? ['exif_editing_software'] : [];
  if (rows.length < leastRows) {
    return { outcome: outcome(null, ['unreadable', ...edited]), findings: null };
  }
  const texts = rows.map(({ text }) => text);
  const findings = findingsIn(texts, expected, rules);
  const { nameScore, address, ageDays } = findings;
  const reasons = [
    ...(findings.showsKind ? [] : ['not_a_proof_of_address']),
    ...(findings.issuer === null ? ['issuer_not_found'] : []),
    ...(nameScore < rules.nameThreshold ? ['name_mismatch'] : []),
    ...(!address.numbers || address.words < rules.addressThreshold ? ['address_mismatch'] : []),
    ...(ageDays === null ? ['date_not_found'] : []),
    ...(ageDays !== null && ageDays > rules.maximumAgeDays ? ['document_too_old'] : []),
    ...edited,
  ];
  const score = Math.min(nameScore, address.numbers ? address.words : 0);
  return { outcome: outcome(score, reasons), findings };
}

function findingsIn(
  texts: readonly string[],
  { name, address, country, kind, statedDay: stated, today }: Expected,
  { nameThreshold }: ProofRules,
): ProofFindings {
  const day = documentDay(texts, {
    today,
    stated,
    country: withoutCountry(address).country ?? country,
  });
  return {
    nameScore: nameInPrint(name, texts),
    address: addressInPrint(address, texts),
    showsKind: showsKind(texts, kind),
    issuer: findIssuer(texts, (row) => nameInPrint(name, [row]) >= nameThreshold),
    day,
    ageDays: day === null ? null : daysBetween(day, today),
  };
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
