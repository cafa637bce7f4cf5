import fc from 'fast-check';
import { csvCell, readCsv } from '../../../services/api/lists/read-csv';

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }).filter((text) => !text.startsWith('\uFEFF')),
  fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', 'a', ' ') }),
);
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 8 });

const cellsOf = (text: string): unknown => {
  const csv = readCsv(text);
  return csv.kind === 'read' ? csv.records.map(({ cells }) => cells) : csv;
};

test('what was written quoted is read as it was, with any line end, with or without the last', () => {
  fc.assert(
    fc.property(table, fc.constantFrom('\r\n', '\n', '\r'), fc.boolean(), (rows, end, isLast) => {
      const text = rows.map((cells) => cells.map(csvCell).join(',')).join(end);
      expect(cellsOf(text + (isLast && rows.length > 0 ? end : ''))).toEqual(rows);
    }),
  );
});

test('any text at all is read or refused, by a line that the text has', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', 'a') }), (text) => {
      const csv = readCsv(text);
      const named = csv.kind === 'read' ? csv.records.map(({ line }) => line) : [csv.line];
      const lines = text.split(/\r\n|\n|\r/).length;
      expect(named.every((line) => line >= 1 && line <= lines)).toBe(true);
    }),
  );
});

test.each([
  [
    'bare cells',
    'a,b\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'empty cells, also the last',
    'a,\n,b\n,',
    [
      ['a', ''],
      ['', 'b'],
      ['', ''],
    ],
  ],
  ['empty lines are no records', 'a\n\n\r\nb\n', [['a'], ['b']]],
  ['a byte order mark', '\uFEFFa', [['a']]],
  ['a quote in a bare cell', 'a\nb"c', { kind: 'malformed', line: 2 }],
  ['a quote that is not closed', 'a\n"b\nc', { kind: 'malformed', line: 2 }],
  ['text behind the quote', '"a"b', { kind: 'malformed', line: 1 }],
])('%s', (_name, text, expected) => {
  expect(cellsOf(text)).toEqual(expected);
});

test('a record behind a cell of several lines has the line it begins on', () => {
  const csv = readCsv('"a\r\nb"\n\nc');
  expect(csv).toMatchObject({ records: [{ line: 1 }, { line: 4, cells: ['c'] }] });
});

test('a megabyte in one cell is read', () => {
  const cells = ['"'.repeat(500_000), 'x'.repeat(1_000_000)];
  for (const one of cells) expect(cellsOf(csvCell(one))).toEqual([[one]]);
});
