import { z } from 'zod';
import { invalidField } from '../http/parse';

const proofTypes = [
  'utility_bill',
  'bank_statement',
  'government_letter',
  'tax_document',
  'rental_agreement',
] as const;

/** What is said of a proof of address with its upload. */
export const proofFacts = z.object({
  poa_document_type: z.enum(proofTypes),
  poa_document_date: z.iso.date(),
});

export function requireNotInFuture(date: string | undefined, now: Date): void {
  if (date === undefined || date <= tomorrow(now)) return;
  throw invalidField('poa_document_date', 'in_future', 'is in the future');
}

/** East of Greenwich the day has begun before ours: one day of grace. */
function tomorrow(now: Date): string {
  return new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10);
}
