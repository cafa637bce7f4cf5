import type { AccuracyDeps } from './accuracy-deps';
import { degradations, type Degradation } from './documents/degradations';
import { drawnFormats, type DrawnFormat } from './documents/draw-set';
import {
  comparedFields,
  measureDocuments,
  type MeasuredDocument,
} from './documents/measure-documents';
import type { Section, Table } from './report';
import { share } from './share';

type Test = (document: MeasuredDocument) => boolean;

const aim = 0.95;
/** A barcode is read or not; the aim is on zones. */
const zones = drawnFormats.filter((format) => format !== 'PDF417');

/** How many made-up documents are read, by format and degradation, and how rightly. */
export async function documentSection(deps: AccuracyDeps): Promise<Section> {
  const { engine, documents } = await measureDocuments(deps);
  const of = (format: DrawnFormat, degradation: Degradation): MeasuredDocument[] =>
    documents.filter(
      (document) => document.format === format && document.degradation === degradation,
    );
  const aimed = degradations.filter((degradation) => degradation.aimed);
  const shortfalls = zones.flatMap((format) =>
    aimed.flatMap((degradation) => {
      const those = of(format, degradation);
      return those.filter(isRead).length < those.length * aim
        ? [`${format}, ${degradation.name}: read ${rate(those, isRead)}, aim 95 %`]
        : [];
    }),
  );
  const wrong = documents.filter(wronglyPassed);
  const falseAlarms = documents.filter(hasMismatch);
  return {
    title: 'Documents',
    words: [
      `Engine ${engine}. ${String(documents.length)} documents drawn by the project's own generator, of ten made-up people, in two designs of each format: passports (TD3), identity cards of both sizes (TD2, and TD1 with its zone on the back), driver's licences with a PDF417 (United States and Canada). Zones are in OCR-B, print in one font; real documents have holograms, laminate, wear and other scripts, and real cameras more than one fault at a time, so that these rates are an upper bound.`,
      'Read: a zone with all check digits right, or a barcode. The aim, at least 95 % of each kind of zone, holds for the first five degradations; the others are printed to show where reading ends.',
      `Passed \`document_ocr\` with a wrong number, day of birth or expiry: ${share(wrong.length, documents.length)}. Print and zone or barcode agree in every document drawn here; called \`visual_zone_mismatch\` or \`barcode_mismatch\` all the same: ${share(falseAlarms.length, documents.length)}.`,
    ],
    tables: [
      readTable(of, isRead, 'read'),
      readTable(of, ({ ocrPassed }) => ocrPassed, 'passed `document_ocr`'),
      fieldTable(documents),
      qualityTable(documents),
    ],
    shortfalls: [
      ...shortfalls,
      ...(wrong.length === 0 ? [] : [`${String(wrong.length)} passed with a wrong field`]),
      ...(falseAlarms.length === 0 ? [] : [`${String(falseAlarms.length)} false mismatches`]),
    ],
  };
}

const isRead: Test = ({ read }) => read;
const hasMismatch: Test = ({ mismatches }) => mismatches.length > 0;

function wronglyPassed({ ocrPassed, rightFields }: MeasuredDocument): boolean {
  const needed = ['document_number', 'date_of_birth', 'document_expiration_date'] as const;
  return ocrPassed && needed.some((field) => !rightFields.has(field));
}

function rate(documents: readonly MeasuredDocument[], test: Test): string {
  return share(documents.filter(test).length, documents.length);
}

function readTable(
  of: (format: DrawnFormat, degradation: Degradation) => readonly MeasuredDocument[],
  test: Test,
  title: string,
): Table {
  return {
    head: [title, ...drawnFormats],
    rows: degradations.map((degradation) => [
      degradation.aimed ? degradation.name : `${degradation.name} (no aim)`,
      ...drawnFormats.map((format) => rate(of(format, degradation), test)),
    ]),
  };
}

/** Of those that were read at all: a name has no check digit, and print does not confirm it. */
function fieldTable(documents: readonly MeasuredDocument[]): Table {
  return {
    head: ['field, of those read', ...drawnFormats],
    rows: comparedFields.map((field) => [
      `\`${field}\``,
      ...drawnFormats.map((format) =>
        rate(
          documents.filter((document) => document.format === format && document.read),
          ({ rightFields }) => rightFields.has(field),
        ),
      ),
    ]),
  };
}

function qualityTable(documents: readonly MeasuredDocument[]): Table {
  const statuses = ['passed', 'requires_retry', 'failed'] as const;
  return {
    head: ['`document_quality`', ...statuses],
    rows: degradations.map((degradation) => {
      const those = documents.filter((document) => document.degradation === degradation);
      return [
        degradation.name,
        ...statuses.map((status) => rate(those, ({ quality }) => quality === status)),
      ];
    }),
  };
}
