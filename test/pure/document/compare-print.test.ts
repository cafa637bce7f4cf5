import { compareWithPrint } from '../../../activities/checks/document/visual/compare-print';

const fields = { document_number: 'SPX015127', date_of_birth: '1990-03-10' };
const dates = ['10MAR1990', '09MAR2024', '09MAR2034'];
const honest = ['VOORBEELD', 'LISELOTTEANNA', 'SPX015127', 'NLD', ...dates];

describe('the printed number', () => {
  it.each([
    ['as it was read', honest],
    ['behind its label', ['DOCUMENTNOSPX015127']],
    ['with look-alikes in it', ['SPXO1S1Z7']],
  ])('agrees %s', (_name, lines) => {
    expect(compareWithPrint(fields, lines).number).toBe('agrees');
  });

  it.each([
    ['when one digit is plainly another', ['SPX015147']],
    ['when several are', ['SPX438127']],
  ])('differs %s', (_name, lines) => {
    expect(compareWithPrint(fields, lines).number).toBe('differs');
  });

  it.each([
    ['when nothing like it was read', ['VOORBEELD', ...dates]],
    ['beside a number of another kind', ['482930516', '9483920AB']],
    ['when a part of it was read', ['SPX0151']],
  ])('is not to be told %s', (_name, lines) => {
    expect(compareWithPrint(fields, lines).number).toBe('unseen');
  });

  it('is not looked for when it would stand anywhere', () => {
    const short = { ...fields, document_number: '1234' };
    expect(compareWithPrint(short, ['1235']).number).toBe('unseen');
  });

  it('is compared without its hyphens, as a licence writes it', () => {
    const licence = { ...fields, document_number: 'D12-3456-789' };
    expect(compareWithPrint(licence, ['D12-3456-789']).number).toBe('agrees');
  });
});

describe('the printed day of birth', () => {
  it('agrees when it is among the days', () => {
    expect(compareWithPrint(fields, ['10MAR1990']).birth).toBe('agrees');
    expect(compareWithPrint(fields, ['3DOB03/10/1990']).birth).toBe('agrees');
  });

  it('differs when three other days were read', () => {
    expect(compareWithPrint(fields, ['11DEC1974', ...dates.slice(1)]).birth).toBe('differs');
  });

  it.each([
    ['two days were read', dates.slice(1)],
    ['two lines name three days', ['03041990', '25122031']],
    ['a digit may have been misread', ['10MAR1998', ...dates.slice(1)]],
    ['no day was read', ['SPX015127']],
  ])('is not to be told when %s', (_name, lines) => {
    expect(compareWithPrint(fields, lines).birth).toBe('unseen');
  });

  it('is not to be told when none was read to hold against it', () => {
    expect(compareWithPrint({ ...fields, date_of_birth: null }, dates).birth).toBe('unseen');
  });
});
