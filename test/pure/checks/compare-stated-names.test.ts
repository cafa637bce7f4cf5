import fc from 'fast-check';
import { compareFields } from '../../../shared/domain/checks/rules/compare-fields';
import { judgeCrossref } from '../../../shared/domain/checks/rules/judge-crossref';
import type { StatedFields } from '../../../shared/domain/applicant/stated-field';
import type { ExtractedData } from '../../../shared/domain/checks/extracted-data';

const thresholds = { same: 0.9, unclear: 0.7 };
const nobody: ExtractedData = {
  document_type: 'passport',
  document_issuing_state: 'PAK',
  last_name: '',
  first_name: '',
  document_number: 'DD5124352',
  nationality: 'PAK',
  date_of_birth: '1990-03-10',
  gender: 'female',
  document_expiration_date: '2031-03-01',
};

function judged(stated: StatedFields, names: Partial<ExtractedData>) {
  const { status, reasons, score } = judgeCrossref(
    compareFields(stated, { ...nobody, ...names }),
    thresholds,
  );
  return { status, reasons, score };
}

const passed = { status: 'passed', reasons: [], score: 1 };
const unclear = { status: 'failed', reasons: ['name_unclear'] };

describe('a document with a name of one word', () => {
  const zarmina = { last_name: 'ZARMINA' };
  const born = { dateOfBirth: '1990-03-10' };

  test.each<[string, StatedFields, object]>([
    ['its own name as a first name', { firstName: 'Zarmina', ...born }, passed],
    ['its own name as a last name', { lastName: 'Zarmina', ...born }, passed],
    ['its own name as a whole name', { fullName: 'Zarmina', ...born }, passed],
    ['its own name twice', { firstName: 'Zarmina', lastName: 'Zarmina' }, passed],
    ['no first name, in words', { firstName: 'FNU', lastName: 'Zarmina' }, passed],
    ['no last name, in words', { firstName: 'Zarmina', lastName: 'LNU' }, passed],
    ['a first name that it has not', { firstName: 'Peter', lastName: 'Zarmina', ...born }, unclear],
    ['a whole name of two', { fullName: 'Peter Zarmina' }, unclear],
    [
      'another first name',
      { firstName: 'Bibigul', ...born },
      { status: 'failed', reasons: ['first_name_mismatch'] },
    ],
    [
      'another first name and nothing else',
      { firstName: 'Bibigul' },
      { status: 'failed', reasons: ['first_name_mismatch'] },
    ],
    [
      'another middle name alone',
      { middleName: 'Bibigul' },
      { status: 'failed', reasons: ['first_name_mismatch'] },
    ],
    [
      'another whole name',
      { fullName: 'Bibigul' },
      { status: 'failed', reasons: ['name_mismatch'] },
    ],
    [
      'two other names',
      { firstName: 'Bibigul', lastName: 'Gul' },
      { status: 'failed', reasons: ['first_name_mismatch', 'last_name_mismatch'] },
    ],
  ])('is compared with %s', (_said, stated, verdict) => {
    expect(judged(stated, zarmina)).toMatchObject(verdict);
    expect(judged(stated, { first_name: 'FNU', ...zarmina })).toMatchObject(verdict);
    expect(judged(stated, { first_name: 'ZARMINA' })).toMatchObject(verdict);
  });

  test('does not pass for a person who is stated with that name and no other', () => {
    const read = { first_name: 'BIBIGUL', last_name: 'ZARMINA' };
    expect(judged({ firstName: 'FNU', lastName: 'Zarmina' }, read)).toMatchObject(unclear);
  });

  // A long name with one letter more or less in its middle is the same name misspelt.
  test('never passes for any other short name, wherever that was stated', () => {
    const word = fc.stringMatching(/^[A-Z]{3,5}$/);
    const place = fc.constantFrom('firstName', 'middleName', 'lastName', 'fullName');
    fc.assert(
      fc.property(word, word, place, (read, stated, field) => {
        fc.pre(read !== stated);
        const said = { [field]: stated, dateOfBirth: '1990-03-10' };
        const { status } = judged(said, { last_name: read });
        const { status: itself } = judged({ ...said, [field]: read }, { last_name: read });
        expect(itself).toBe('passed');
        expect(status).toBe('failed');
      }),
    );
  });
});

describe('names that the field of a zone cuts', () => {
  const makris = { last_name: 'PAPADOPOULOS KONSTANTINIDIS MAKRIS', first_name: 'ALE' };

  test.each<[string, StatedFields, Partial<ExtractedData>]>([
    [
      'a given name that is cut',
      { firstName: 'Alexandros', lastName: 'Papadopoulos-Konstantinidis-Makris' },
      makris,
    ],
    ['the same whole', { fullName: 'Alexandros Papadopoulos Konstantinidis Makris' }, makris],
    [
      'a long given name',
      { firstName: 'Thanakornphatcharapol', lastName: 'Srisawatphongkittiwong' },
      { last_name: 'SRISAWATPHONGKITTIWONG', first_name: 'THANAKORNPHATCH' },
    ],
    [
      'initials',
      { firstName: 'Maria Eleni', lastName: 'Papadopoulou-Konstantinidou-Makris' },
      { last_name: 'PAPADOPOULOU KONSTANTINIDOU MAKRIS', first_name: 'M E' },
    ],
    [
      'a card of 30',
      { firstName: 'Alexandros', lastName: 'Papadopoulos-Konstantinidis' },
      { document_type: 'national_id', last_name: 'PAPADOPOULOS KONSTANTIN', first_name: 'ALEXA' },
    ],
  ])('%s: a beginning is the name', (_case, stated, read) => {
    const wanted = read.document_type === 'national_id' ? 30 : 39;
    // The example fills its field.
    expect(`${read.last_name ?? ''}<<${read.first_name ?? ''}`).toHaveLength(wanted);
    expect(judged(stated, read)).toMatchObject(passed);
  });

  test('another given name with the same family name is another name', () => {
    const said = { firstName: 'Stavros', lastName: 'Papadopoulos-Konstantinidis-Makris' };
    expect(judged(said, makris)).toMatchObject({ reasons: ['first_name_mismatch'] });
  });

  test('a beginning is no name where the field has room left', () => {
    const said = { firstName: 'Alexandros', lastName: 'Papadopoulos' };
    const read = { last_name: 'PAPADOPOULOS', first_name: 'ALE' };
    expect(judged(said, read)).toMatchObject({ status: 'failed' });
  });

  test('a given name for which there was no room is for a person to judge', () => {
    const read = { last_name: 'PAPADOPOULOSKONSTANTINIDISMAKRISALEXAND' };
    const said = { firstName: 'Eleni', lastName: 'Papadopouloskonstantinidismakrisalexandris' };
    expect(judged(said, read)).toMatchObject(unclear);
    expect(judged({ firstName: 'Eleni' }, read)).toMatchObject(unclear);
  });
});

test('nothing that was read as a name is no pass for a stated one', () => {
  expect(judged({ firstName: 'Anna', lastName: 'Lopez' }, {}).status).toBe('failed');
});
