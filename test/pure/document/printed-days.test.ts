import fc from 'fast-check';
import { printedDays } from '../../../activities/checks/document/visual/printed-days';

describe('the days in print', () => {
  it.each([
    ['10MAR1990', ['1990-03-10']],
    ['10 MAR 1990', ['1990-03-10']],
    ['10MARMARS1990', ['1990-03-10']],
    ['25.12.1990', ['1990-12-25']],
    ['12251990', ['1990-12-25']],
    ['1990-03-10', ['1990-03-10']],
    ['3DOB12251990', ['1990-12-25']],
    ['4BEXP12252031', ['2031-12-25']],
    ['3 12/25/1990', ['1990-12-25']],
    ['DDN1990/03/10', ['1990-03-10']],
  ])('%s', (line, days) => {
    expect(printedDays([line])).toEqual(days);
  });

  it('that could be either way round are both', () => {
    expect(printedDays(['03101990'])).toEqual(['1990-10-03', '1990-03-10']);
  });

  it.each([
    '107031990',
    '0310971990',
    '31FEB1990',
    '10XYZ1990',
    '32131990',
    'SPX015127',
    'VOORBEELD',
    '',
    '1003199',
  ])('none in %s', (line) => {
    expect(printedDays([line])).toEqual([]);
  });

  it('are real days, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[0-9A-Z]{0,14}$/)), (lines) => {
        for (const day of printedDays(lines)) {
          expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
        }
      }),
    );
  });
});
