import { extractedDataSchema } from '../../../../shared/domain/checks/extracted-data';
import { checkNames } from '../../../../shared/domain/checks/outcome';

/** Whatever name the integrator gave a pre-filled field. */
const prefilled = /^fields\.[A-Za-z0-9_-]{1,64}$/;

const known: ReadonlySet<string> = new Set([
  ...checkNames.flatMap((check) =>
    ['status', 'score', 'reasons'].map((part) => `checks.${check}.${part}`),
  ),
  ...Object.keys(extractedDataSchema.shape).map((field) => `extracted.${field}`),
  // Whole years on the organisation's calendar day of the attempt.
  'extracted.age',
  'risk.level',
  'risk.score',
  'country',
  'document_type',
]);

/** What a condition may ask: outcomes, what was read, what was given beforehand, risk, country. */
export function isConditionField(field: string): boolean {
  return known.has(field) || prefilled.test(field);
}
