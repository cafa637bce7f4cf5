/** What a proof of address may be; the page offers them in this order. */
export const proofKinds = [
  'utility_bill',
  'bank_statement',
  'government_letter',
  'tax_document',
  'rental_agreement',
] as const;
export type ProofKind = (typeof proofKinds)[number];
