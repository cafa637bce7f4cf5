import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCatalogue } from '../../../shared/domain/checks/catalogue';
import { checkNames, type CheckName } from '../../../shared/domain/checks/outcome';

const root = join(__dirname, '../../..');
const sources = ['activities/checks', 'activities/watchlists', 'shared/domain/checks']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
      join(root, folder, path),
    ),
  )
  .filter((path) => path.endsWith('.ts') && !path.endsWith('checks/catalogue.ts'));
const code = sources.map((path) => readFileSync(path, 'utf8')).join('\n');

/** As the judges write it: whole, or from a field, a kind or a challenge. */
function isWritten(reason: string): boolean {
  if (code.includes(`'${reason}'`)) return true;
  const part = reason.replace(/_mismatch$|_not_performed$|^duplicate_|^risk_/, '');
  return part !== reason && code.includes(`'${part}'`);
}

it.each(checkNames)('%s: the judges say each of its reasons', (check) => {
  expect(checkCatalogue[check].reasons.filter((reason) => !isWritten(reason))).toEqual([]);
});

const judges: Readonly<Partial<Record<CheckName, string>>> = {
  document_ocr: 'activities/checks/engines/document/judge-reading.ts',
  document_expiration: 'shared/domain/checks/rules/document-expiration.ts',
  id_document_filter: 'shared/domain/checks/rules/id-document-filter.ts',
  document_quality: 'activities/checks/engines/document/document-quality.ts',
  face_match: 'activities/checks/engines/face/match-faces.ts',
  liveness: 'activities/checks/engines/face/liveness/judge-liveness.ts',
  age: 'shared/domain/checks/rules/age.ts',
  proof_of_address_check: 'activities/checks/engines/address/judge-proof.ts',
};
/** Said beside a check that is skipped or passed. */
const noFailure = [
  'expiration_date_unreadable',
  'date_of_birth_unreadable',
  'date_of_birth_partial',
  'passive_suspicious',
];

it.each(Object.entries(judges))('%s: no reason of its judge is left out', (check, path) => {
  const judge = readFileSync(join(root, path), 'utf8');
  const known: readonly string[] = checkCatalogue[check as CheckName].reasons;
  // `? ['too_dark']` and `return ['mrz_not_found']`: reasons are written as lists of one.
  const lists = /(?:\? |: |return )\[\s*'([a-z_]+)'\s*\]/g;
  const written = [...judge.matchAll(lists)].map(([, reason]) => reason ?? '');
  expect(written.length).toBeGreaterThan(0);
  expect(written.filter((one) => !known.includes(one) && !noFailure.includes(one))).toEqual([]);
});
