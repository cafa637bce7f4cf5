import { duplicateAttributes } from '../../../activities/checks/records/duplicates/duplicate-attributes';
import { judgeDuplicates } from '../../../shared/domain/checks/rules/judge-duplicates';
import { subjectItems } from '../../../activities/checks/records/lists/subject-items';
import { duplicateKinds } from '../../../shared/domain/checks/duplicate-kind';
import type { Subject } from '../../../shared/applicant/subject';

const nobody: Subject = {
  firstName: null,
  lastName: null,
  spelled: { first: null, last: null, whole: null },
  dateOfBirth: null,
  document: null,
  emails: [],
  phones: [],
  ip: null,
  device: null,
  countries: [],
};
const somebody: Subject = {
  firstName: 'NOOR ANNA',
  lastName: 'VAN VOORBEELD',
  spelled: { first: 'NOOR ANNA', last: 'VAN VOORBEELD', whole: null },
  dateOfBirth: '1990-03-10',
  document: { number: 'SPX015127', issuingState: 'NLD' },
  emails: ['noor@mail.example.org'],
  phones: ['+31612345678'],
  ip: '198.51.100.77',
  device: 'device-1',
  countries: ['NLD'],
};

function canonicalsOf(subject: Subject, kind: string): string[] {
  return subjectItems(subject).flatMap((item) => (item.kind === kind ? [item.canonical] : []));
}

describe('what a session is found by', () => {
  test('one value of each kind, a name with its first given name only', () => {
    expect(duplicateAttributes(somebody, duplicateKinds)).toEqual([
      { kind: 'document', canonical: 'NLD:SPX015127' },
      { kind: 'email', canonical: 'noor@mail.example.org' },
      { kind: 'phone', canonical: '+31612345678' },
      { kind: 'device', canonical: 'device-1' },
      { kind: 'name_dob', canonical: 'NOOR VAN VOORBEELD|1990-03-10' },
      { kind: 'name_dob', canonical: '~ANVOORBEELDNOORV|1990-03-10' },
      { kind: 'ip', canonical: '198.51.100.77' },
    ]);
  });

  test('nothing that the organisation does not want kept', () => {
    expect(duplicateAttributes(somebody, ['ip', 'face'])).toEqual([
      { kind: 'ip', canonical: '198.51.100.77' },
    ]);
  });

  test('nothing of whom nothing is known, and no name without a birth', () => {
    expect(duplicateAttributes(nobody, duplicateKinds)).toEqual([]);
    expect(duplicateAttributes({ ...somebody, dateOfBirth: null }, ['name_dob'])).toEqual([]);
  });
});

describe('what a list may have of a subject', () => {
  test('the number alone and with its issuer, the name with and without middle names', () => {
    expect(canonicalsOf(somebody, 'document_number')).toEqual(['SPX015127', 'NLD:SPX015127']);
    expect(canonicalsOf(somebody, 'name')).toEqual([
      'ANNA NOOR VAN VOORBEELD',
      '~ANNAVANVOORBEELDNOOR',
      'NOOR VAN VOORBEELD',
      '~ANVOORBEELDNOORV',
    ]);
  });

  test('the domain of an address and those above it, but no top-level one', () => {
    expect(canonicalsOf(somebody, 'email_domain')).toEqual(['mail.example.org', 'example.org']);
  });

  test('the device, and all ranges of the address', () => {
    expect(canonicalsOf(somebody, 'device')).toEqual(['device-1']);
    expect(canonicalsOf(somebody, 'ip')).toHaveLength(33);
  });

  test('nothing of whom nothing is known', () => {
    expect(subjectItems(nobody)).toEqual([]);
  });
});

test('every shared attribute is a reason, in one order; only the chosen ones fail', () => {
  expect(judgeDuplicates(['ip', 'device', 'document'], ['document'])).toMatchObject({
    status: 'failed',
    reasons: ['duplicate_document', 'duplicate_device', 'duplicate_ip'],
  });
  expect(judgeDuplicates(['ip'], ['document'])).toMatchObject({ status: 'passed' });
});
