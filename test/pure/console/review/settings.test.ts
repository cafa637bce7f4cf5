import fc from 'fast-check';
import { csvOf } from '../../../../services/console/review/parts/csv';
import { brandInk } from '../../../../services/console/review/routes/settings/brand-ink';
import { wholeNumber } from '../../../../services/console/review/routes/settings/whole-number';
import { inkOn } from '../../../../shared/domain/organization/brand-colour';

it('the preview writes on every colour as the capture page does', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
      const colour = `#${value.toString(16).padStart(6, '0')}`;
      expect(brandInk(colour)).toBe(inkOn(colour));
      expect(brandInk(colour.toUpperCase())).toBe(inkOn(colour));
    }),
  );
});

it.each(['', '#12', 'red', '#1234567', '1a66d9'])('"%s" is no colour yet', (typed) => {
  expect(brandInk(typed)).toBeNull();
});

it('what is no whole number is never sent as one', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      expect(wholeNumber(typed)).toBe(/^\d{1,9}$/.test(typed) ? Number(typed) : null);
    }),
  );
  expect(['30', '0', '', '-1', '1.5', '1e3', ' 3'].map(wholeNumber)).toEqual([
    30,
    0,
    null,
    null,
    null,
    null,
    null,
  ]);
});

describe('a CSV file', () => {
  it('gives back what was written, cell by cell', () => {
    const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/^[=+\-@\t\r]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 })), (rows) => {
        expect(parsed(csvOf(rows))).toEqual(rows);
      }),
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('has no formula of %j', (cell) => {
    expect(parsed(csvOf([[cell, 'b']]))).toEqual([[`'${cell}`, 'b']]);
  });
});

/** RFC 4180, read one sign after the other. */
function parsed(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < csv.length; at += 1) {
    const sign = csv[at] ?? '';
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (csv[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === ',') {
      row.push(cell);
      cell = '';
    } else if (sign === '\r' && csv[at + 1] === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      at += 1;
    } else cell += sign;
  }
  return rows;
}
