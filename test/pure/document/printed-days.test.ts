import fc from 'fast-check';
import { printedDays } from '../../../shared/domain/checks/print/printed-days';
import { doubtfulAt, printedLines } from './printed-lines';

const readings = (text: string): readonly (readonly string[])[] =>
  printedDays(printedLines(text)).map((day) => day.readings);

describe('the days in print', () => {
  it.each([
    ['10MAR1990', '1990-03-10'],
    ['10 MAR 1990', '1990-03-10'],
    ['10 MAR/MARS 1990', '1990-03-10'],
    ['25.12.1990', '1990-12-25'],
    ['25. 12. 1990', '1990-12-25'],
    ['25 12 1990', '1990-12-25'],
    ['12251990', '1990-12-25'],
    ['1990-03-25', '1990-03-25'],
    ['3 DOB 12/25/1990', '1990-12-25'],
    ['4b EXP 12/25/2031', '2031-12-25'],
    ['DDN 1990/03/25', '1990-03-25'],
    ['20 MAY/MAI 1995', '1995-05-20'],
    ['20 MAI /MAY 1995', '1995-05-20'],
    ['01 AOÛT 1984', '1984-08-01'],
    ['3. März 1971', '1971-03-03'],
    ['7 DE DICIEMBRE DE 2001', '2001-12-07'],
    ['14 PAŹ 1988', '1988-10-14'],
    ['01 01 9999', '9999-01-01'],
    ['Mar 25, 1990', '1990-03-25'],
    ['25 MAR 2533', '1990-03-25'],
    ['17 0CT 2031', '2031-10-17'],
    ['03 N0V 1990', '1990-11-03'],
    ['2010 MAY 07', '2010-05-07'],
  ])('%s is %s', (line, day) => {
    expect(readings(line).flat()).toContain(day);
  });

  it('with two digits of the year are of this century or the last', () => {
    expect(readings('20 MAY/MAI 95')).toEqual([['1995-05-20', '2095-05-20']]);
    expect(readings('25.12.95')[0]).toEqual(expect.arrayContaining(['1995-12-25', '2095-12-25']));
  });

  it('that could be either way round are both', () => {
    expect(readings('03.10.1990')).toEqual([['1990-10-03', '1990-03-10']]);
  });

  it('may be two in a line', () => {
    expect(readings('01.06.2021 31.05.2031')).toEqual([
      expect.arrayContaining(['2021-06-01']),
      ['2031-05-31'],
    ]);
  });

  it('whose digit was hardly read are also what looks like it, and are not certain', () => {
    const [line] = printedLines('10 MAR 1998');
    if (line === undefined) throw new Error('no line');
    const [day] = printedDays([doubtfulAt(line, 10)]);
    expect(day?.readings).toEqual(expect.arrayContaining(['1998-03-10', '1990-03-10']));
    expect(day?.isCertain).toBe(false);
    expect(printedDays([line])[0]?.readings).toEqual(['1998-03-10']);
  });

  it.each(['107031990', '31FEB1990', '10XYZ1990', '32131990', 'SPX015127', 'VOORBEELD', ''])(
    'none in %s',
    (line) => {
      expect(readings(line)).toEqual([]);
    },
  );

  it('are real days, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[0-9A-Z ./-]{0,18}$/)), (lines) => {
        for (const day of readings(lines.join('\n')).flat()) {
          expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
        }
      }),
    );
  });
});
