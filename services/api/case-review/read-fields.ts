import { z } from 'zod';
import {
  extractedDataSchema,
  type ExtractedData,
} from '../../../shared/domain/checks/extracted-data';
import { comparedFields } from '../../../shared/domain/checks/compared-fields';
import { compareFields } from '../../../shared/domain/checks/rules/compare-fields';
import {
  printedFields,
  type PrintedField,
} from '../../../shared/domain/checks/print/compare-print';
import type { RecordedSession } from '../workflows/dry-run/recorded-session';
import type { ChangeView } from '../cases/case-changes';

const fieldNames = extractedDataSchema.keyof().options;
const verdicts = ['agrees', 'differs', 'unseen'] as const;

export const readField = z
  .strictObject({
    field: z.enum(fieldNames),
    value: z.string().nullable(),
    /** The source of the value: a reviewer's correction stands over what a zone or a barcode said. */
    source: z.enum(['mrz', 'barcode', 'correction', 'unknown']),
    /** Whether the print of the document says the same; null where the two are not compared. */
    print: z.enum(verdicts).nullable(),
    /** A look-alike character was replaced, as the print has it. */
    is_repaired: z.boolean(),
    /**
     * `high`: certainly read, and the print says the same. `low`: the print says otherwise, or a character was
     * replaced. `medium`: all else. Of a correction it is the reviewer's: `high`.
     */
    confidence: z.enum(['high', 'medium', 'low']),
  })
  .meta({ id: 'ReadField' });
type ReadField = z.output<typeof readField>;

export const statedComparison = z
  .strictObject({
    /** The one who stated it: the integrator at creation, or the person on the page. */
    by: z.enum(['integrator', 'person']),
    field: z.enum(comparedFields),
    stated: z.string(),
    read: z.string(),
    /** The likeness of names, and 1 or 0 for all else; null where nobody understands what was stated. */
    score: z.number().nullable(),
  })
  .meta({ id: 'StatedComparison' });

const seen = z.object({
  format: z.string().optional(),
  repaired: z.array(z.string()).default([]),
  print: z.partialRecord(z.enum(printedFields), z.enum(verdicts)).nullish(),
});

/** Which comparison with the print is of which field. */
const printOf: Readonly<Partial<Record<keyof ExtractedData, PrintedField>>> = {
  document_number: 'number',
  last_name: 'names',
  first_name: 'names',
  date_of_birth: 'birth',
  document_expiration_date: 'expiry',
  gender: 'sex',
  nationality: 'nationality',
  document_issuing_state: 'issuer',
};

/** Every field that was read or corrected, with what speaks for it. */
export function readFields(
  { extracted, evidence }: Pick<RecordedSession, 'extracted' | 'evidence'>,
  changes: readonly ChangeView[],
): ReadField[] {
  const looked = seen.safeParse(evidence('document_ocr'));
  const { format, repaired = [], print } = looked.data ?? {};
  const source = !looked.success ? 'unknown' : format === undefined ? 'barcode' : 'mrz';
  const corrected = new Set(
    changes.flatMap(({ kind, content }) =>
      kind === 'correction' ? Object.keys(content ?? {}) : [],
    ),
  );
  return fieldNames.flatMap((field): ReadField[] => {
    const value = extracted?.[field];
    if (value === undefined) return [];
    if (corrected.has(field)) {
      const own = { source: 'correction', print: null, is_repaired: false } as const;
      return [{ field, value, ...own, confidence: 'high' }];
    }
    const compared = printOf[field];
    const verdict = compared === undefined ? null : (print?.[compared] ?? null);
    const isRepaired = repaired.includes(field);
    const confidence =
      isRepaired || verdict === 'differs' ? 'low' : verdict === 'agrees' ? 'high' : 'medium';
    return [{ field, value, source, print: verdict, is_repaired: isRepaired, confidence }];
  });
}

/** Compares what was stated with what stands now, corrections among it. */
export function statedComparisons({
  extracted,
  stated,
}: Pick<RecordedSession, 'extracted' | 'stated'>): z.output<typeof statedComparison>[] {
  const read = extractedDataSchema.safeParse(extracted);
  if (!read.success) return [];
  const { known, typed } = stated();
  return (
    [
      ['integrator', known],
      ['person', typed],
    ] as const
  ).flatMap(([by, fields]) => compareFields(fields, read.data).map((one) => ({ by, ...one })));
}
