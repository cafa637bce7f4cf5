import { z } from 'zod';
import { proofKinds } from '../../../shared/domain/documents/proof-kinds';
import { invalidField } from '../http/parse';

/** What is said of a proof of address with its upload. */
export const proofFacts = z.object({
  poa_document_type: z.enum(proofKinds),
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
