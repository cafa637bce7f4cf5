import { ageOn } from '../checks/rules/age-on';
import type { CheckOutcome } from '../checks/outcome';
import { holds, type Fact, type Facts } from './condition';
import type { ConditionalNode } from './definition';

export interface KnownOfSession {
  readonly outcomes: readonly Pick<CheckOutcome, 'check' | 'status' | 'score' | 'reasons'>[];
  /** What was read from the documents, with corrections. */
  readonly extracted: Readonly<Record<string, unknown>> | null;
  /** Pre-filled by the integrator. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly risk: { readonly level: string; readonly score: number } | null;
  readonly country: string | null;
  readonly documentType: string | null;
  /** The organisation's calendar day of the attempt. */
  readonly today: string;
}

/** What conditions can ask, by the names of `condition-fields.ts`. Personal: stays out of Temporal. */
export function factsOf(known: KnownOfSession): Facts {
  const facts = new Map<string, Fact>();
  const put = (field: string, value: unknown): void => {
    const fact = asFact(value);
    if (fact !== null) facts.set(field, fact);
  };
  for (const { check, status, score, reasons } of known.outcomes) {
    put(`checks.${check}.status`, status);
    put(`checks.${check}.score`, score);
    put(`checks.${check}.reasons`, reasons);
  }
  for (const [field, value] of Object.entries(known.extracted ?? {})) {
    put(`extracted.${field}`, value);
  }
  const birth = known.extracted?.['date_of_birth'];
  if (typeof birth === 'string') put('extracted.age', ageOn(birth, known.today));
  for (const [field, value] of Object.entries(known.fields)) put(`fields.${field}`, value);
  put('risk.level', known.risk?.level);
  put('risk.score', known.risk?.score);
  put('country', known.country);
  put('document_type', known.documentType);
  return facts;
}

/** Where a conditional node leads. */
export function choose(node: ConditionalNode, facts: Facts): string {
  return node.conditions.find((condition) => holds(condition, facts))?.to ?? node.otherwise;
}

function asFact(value: unknown): Fact | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : null;
}
