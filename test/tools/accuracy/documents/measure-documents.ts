import { allCheckDigitsRight } from '../../../../activities/checks/engines/document/mrz/parse-mrz';
import type { DocumentReading } from '../../../../activities/checks/engines/document/page/document-reader';
import {
  judgeReading,
  mismatchesOf,
} from '../../../../activities/checks/engines/document/judge-reading';
import { createCheckPool } from '../../../../activities/checks/engines/pool/check-pool';
import { createSpecimenStudio } from '../../../../services/local/specimen';
import { transliterate } from '../../../../services/local/specimen/compose-mrz';
import { ensureEngineModels } from '../../../../shared/downloads/engine-models';
import { ensureArtifact } from '../../../../shared/downloads/ensure-artifact';
import type { CheckStatus } from '../../../../shared/domain/checks/outcome';
import type { AccuracyDeps } from '../accuracy-deps';
import { drawCase, drawnCases, type DrawnCase } from './draw-set';
import { madeUpHolders } from './made-up-holders';

export const comparedFields = [
  'document_number',
  'last_name',
  'first_name',
  'date_of_birth',
  'document_expiration_date',
  'document_issuing_state',
  'gender',
] as const;
export type ComparedField = (typeof comparedFields)[number];

export interface MeasuredDocument extends Pick<DrawnCase, 'format' | 'degradation'> {
  /** Its zone with all check digits right, or its barcode. */
  readonly read: boolean;
  readonly ocrPassed: boolean;
  /** Of those read; empty when it was not. */
  readonly rightFields: ReadonlySet<ComparedField>;
  readonly mismatches: readonly string[];
  /** `document_quality` of the side that is read. */
  readonly quality: CheckStatus;
}

export interface MeasuredDocuments {
  readonly engine: string;
  readonly documents: readonly MeasuredDocument[];
}

const holders = 10;
const processes = 2;
/** One more than processes: while one document is drawn, others are read. */
const lanes = processes + 1;

/** Draws every case and has it read by the same processes as a worker's. */
export async function measureDocuments(deps: AccuracyDeps): Promise<MeasuredDocuments> {
  const { artifacts, report } = deps;
  const studio = await createSpecimenStudio({
    fontsDir: await ensureArtifact('specimen-fonts', artifacts),
  });
  const pool = createCheckPool({
    size: processes,
    ...(await ensureEngineModels(artifacts)),
    intraOpThreads: 1,
  });
  const cases = drawnCases(await madeUpHolders(holders));
  const waiting = cases.entries();
  const documents: MeasuredDocument[] = [];
  let engine = '';
  const lane = async (): Promise<void> => {
    for (const [index, drawn] of waiting) {
      const pages = await drawCase(studio, drawn);
      const { reading, ...reader } = await pool.run({ kind: 'document_read', pages });
      const image = (pages.at(-1) ?? pages[0])?.bytes ?? Buffer.alloc(0);
      const { status } = await pool.run({ kind: 'document_quality', image });
      engine = `${reader.engine} ${reader.engineVersion}`;
      documents[index] = { ...measured(drawn, reading, reader), quality: status };
      if ((index + 1) % 50 === 0) {
        report(`${String(index + 1)} of ${String(cases.length)} documents read`);
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
  } finally {
    await pool.dispose();
  }
  return { engine, documents };
}

function measured(
  { format, degradation, person }: DrawnCase,
  reading: DocumentReading,
  reader: { readonly engine: string; readonly engineVersion: string },
): Omit<MeasuredDocument, 'quality'> {
  const wanted = format === 'PDF417' ? 'barcode' : 'read';
  const read =
    reading.kind === wanted &&
    (reading.kind !== 'read' || allCheckDigitsRight(reading.checkDigits));
  const truth = {
    document_number: person.documentNumber,
    last_name: transliterate(person.lastName).replaceAll('<', ' '),
    first_name: transliterate(person.firstName).replaceAll('<', ' '),
    date_of_birth: person.birthDate,
    document_expiration_date: person.expiryDate,
    document_issuing_state: person.nationality,
    gender: { F: 'female', M: 'male', X: 'unspecified' }[person.sex],
  };
  const fields = reading.kind === 'read' || reading.kind === 'barcode' ? reading.fields : undefined;
  return {
    format,
    degradation,
    read,
    ocrPassed: judgeReading(reading, reader).status === 'passed',
    rightFields: new Set(
      comparedFields.filter((field) => read && fields?.[field] === truth[field]),
    ),
    mismatches: mismatchesOf(reading),
  };
}
