import { chooseMrz } from '../../../../activities/checks/engines/document/mrz/choose-mrz';
import { fitLength } from '../../../../activities/checks/engines/document/mrz/fit-length';
import { allCheckDigitsRight } from '../../../../activities/checks/engines/document/mrz/parse-mrz';
import {
  readMrz,
  type RecognisedLine,
} from '../../../../activities/checks/engines/document/mrz/repair-mrz';

const today = '2026-11-23';
const upper = 'P<D<<MUELLER<GROESSTMANN<<JOERG<<<<<<<<<<<<<';
const lower = 'C01X00T478D<<7202294M3105319<<<<<<<<<<<<<<08';

/** A line as recognised, with doubts at some places. */
function seen(text: string, doubts: readonly number[] = []): RecognisedLine {
  return {
    text,
    certainties: Array.from(text, (_, index) => (doubts.includes(index) ? 0.6 : 1)),
  };
}

describe('look-alikes', () => {
  it('a position that admits one kind only settles them', () => {
    const read = readMrz(
      [seen(upper.replace('GROESST', 'GR0E5ST')), seen(lower.replace('7202294M', '72O2294M'))],
      today,
    );
    expect(read?.lines).toEqual([upper, lower]);
    expect(read?.alternatives).toEqual([]);
  });

  it('in the document number nothing is replaced; what the digits allow is listed', () => {
    const read = readMrz([seen(upper), seen(lower.replace('C01X00T', 'CO1X00T'))], today);
    expect(read?.checkDigits).toMatchObject({ number: false, composite: false });
    expect(read?.alternatives.map((other) => other.fields.document_number)).toContain('C01X00T47');
  });

  it('a doubtful J is listed beside the T of the same weight, a certain one is not', () => {
    const misread = lower.replace('00T', '00J');
    const doubtful = readMrz([seen(upper), seen(misread, [6])], today);
    expect(doubtful && allCheckDigitsRight(doubtful.checkDigits)).toBe(true);
    expect(doubtful?.alternatives.map((other) => other.fields.document_number)).toEqual([
      'C01X00T47',
    ]);
    expect(readMrz([seen(upper), seen(misread)], today)?.alternatives).toEqual([]);
  });
});

describe('the length of a line', () => {
  it('is mended in its longest run of fillers only', () => {
    expect(fitLength(seen(lower.replace('<<<08', '<08')), 44)?.text).toBe(lower);
    expect(fitLength(seen(`${upper}<<`), 44)?.text).toBe(upper);
    expect(fitLength(seen('C01X00T478D72022'), 20)).toBeUndefined();
    expect(fitLength(seen(lower.replace('<<<<<<<<08', '08')), 44)).toBeUndefined();
  });
});

describe('the zone among other lines', () => {
  it('is the neighbouring pair with the right digits', () => {
    const other = seen('MADEUPSPECIMENNOTADOCUMENT');
    const found = chooseMrz([other, seen(upper), seen(lower)], today);
    expect(found).toMatchObject({ format: 'TD3', from: 1, lines: [upper, lower] });
  });

  it('is not there when no lines fit', () => {
    expect(chooseMrz([seen('MADEUPSPECIMEN'), seen('NOTADOCUMENT')], today)).toBeUndefined();
  });
});
