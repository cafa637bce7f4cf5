import fc from 'fast-check';
import { layersOver } from '../../../../services/api/cases/judge-corrected';
import type { RecordedSession } from '../../../../services/api/workflows/dry-run/recorded-session';
import { rejudge } from '../../../../services/api/workflows/dry-run/rejudge';
import type { KnownData } from '../../../../shared/domain/checks/extracted-data';
import type { CheckName } from '../../../../shared/domain/checks/outcome';
import { rulesOverRead } from '../../../../shared/domain/checks/rules/over-read';
import { defaultWorkflow } from '../../../../shared/domain/graph/default-workflow';

const ruled = ['age', 'document_expiration', 'id_document_filter', 'identity_crossref'] as const;
const today = '2026-06-15';

const day = fc
  .date({ min: new Date('1920-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const dayOrNull = fc.option(day, { nil: null });
const name = fc.constantFrom('ERIKSSON', 'ANNA MARIA', 'LEE', 'MUSTERMANN');
const state = fc.constantFrom('NLD', 'DEU', 'UTO', 'D');
const corrected: fc.Arbitrary<KnownData> = fc.record(
  {
    document_type: fc.constantFrom('passport', 'national_id', 'other'),
    document_issuing_state: state,
    last_name: name,
    first_name: name,
    document_number: fc.constantFrom('L898902C3', 'SPX015127'),
    nationality: state,
    date_of_birth: dayOrNull,
    date_of_birth_partial: fc.option(fc.constantFrom('1974', '1974-08'), { nil: null }),
    gender: fc.constantFrom('male', 'female', 'unspecified'),
    document_expiration_date: dayOrNull,
    document_issue_date: dayOrNull,
  },
  { requiredKeys: [] },
);
const configs: fc.Arbitrary<ReadonlyMap<CheckName, Readonly<Record<string, unknown>>>> = fc
  .record({
    age: fc.constantFrom({}, { minimum_age: 21 }),
    id_document_filter: fc.constantFrom({}, { allowed_countries: ['NLD'] }),
    identity_crossref: fc.constantFrom({}, { fields: ['date_of_birth', 'nationality'] }),
  })
  .map((given) => new Map(Object.entries(given)) as ReadonlyMap<CheckName, object>)
  .map((given) => new Map([...given].map(([check, config]) => [check, { ...config }])));
const stated = {
  firstName: 'Anna',
  lastName: 'Eriksson',
  dateOfBirth: '1974-08-12',
  nationality: 'NLD',
};

function recordedOf(extracted: KnownData, overridden: ReadonlySet<CheckName>): RecordedSession {
  return {
    outcomes: new Map(
      ruled.map((check) => [check, { check, status: 'failed', score: null, reasons: ['before'] }]),
    ),
    graph: defaultWorkflow.graph,
    gates: new Map(),
    known: { extracted: null, fields: {}, risk: null, country: null, documentType: null, today },
    screening: {},
    configs: new Map(),
    overridden,
    extracted,
    documentType: 'passport',
    documentCountry: 'NL',
    today,
    stated: () => ({ known: stated, typed: {}, applicantEmail: null }),
    evidence: () => null,
  };
}

test('a corrected case is judged as the dry-run judges the same data, and takes no override back', () => {
  fc.assert(
    fc.property(corrected, configs, fc.subarray([...ruled]), (extracted, asked, over) => {
      const overridden = new Set<CheckName>(over);
      const session = recordedOf(extracted, overridden);
      const layers = layersOver(session, { ran: ruled, overridden, configs: asked });
      const byCheck = new Map(layers.map((layer) => [layer.check, layer]));
      for (const check of ruled) {
        const { outcome, by } = rejudge(session, check, asked.get(check) ?? {});
        const layer = byCheck.get(check);
        if (by === 'kept') expect(layer).toBeUndefined();
        else expect(layer).toEqual({ check, status: outcome.status, reasons: outcome.reasons });
        if (overridden.has(check)) expect(outcome.reasons).toEqual(['before']);
      }
    }),
  );
});

test('the property speaks of every rule over read data', () => {
  expect(Object.keys(rulesOverRead).sort()).toEqual([...ruled].sort());
});

test('a corrected name does not make a document that is issued in the future pass', () => {
  const read = recordedOf(
    { last_name: 'LEE', document_expiration_date: '2030-01-01', document_issue_date: '2027-01-01' },
    new Set(),
  );
  const [layer] = layersOver(read, {
    ran: ['document_expiration'],
    overridden: new Set(),
    configs: new Map(),
  });
  expect(layer).toEqual({
    check: 'document_expiration',
    status: 'failed',
    reasons: ['issued_in_future'],
  });
});
