import fc from 'fast-check';
import {
  chunks,
  insertedBetween,
  ownValues,
  stageOf,
  valueFor,
  type Row,
  type Snapshot,
  type Table,
} from '../../tools/bench/cost/yardstick/row-stages';

const table = (name: string, uniqueBytes: string[] = []): Table => ({
  name,
  columns: ['id', 'value', ...uniqueBytes],
  key: ['id'],
  uniqueBytes,
});

const snapshot = (rows: Readonly<Record<string, readonly Row[]>>): Snapshot =>
  new Map(
    Object.entries(rows).map(([name, own]) => [
      name,
      new Map(own.map((row) => [String(row['id']), row])),
    ]),
  );

const id = (letter: string): string => `ses_${letter.repeat(26)}`;

it('takes the rows that are new, in their last form, and none that are gone by the end', () => {
  const tables = [table('sessions'), table('outbox')];
  const written = insertedBetween(
    tables,
    snapshot({ sessions: [{ id: 'old', value: 0 }], outbox: [] }),
    snapshot({
      sessions: [
        { id: 'old', value: 1 },
        { id: 'new', value: 1 },
      ],
      outbox: [{ id: 'sent', value: 1 }],
    }),
    snapshot({ sessions: [{ id: 'new', value: 2 }] }),
  );
  expect(written).toEqual([{ table: 'sessions', row: { id: 'new', value: 2 } }]);
});

it('cuts a list into parts that are together the list, none larger by two than another', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 9 }), (items, count) => {
      const parts = chunks(items, count);
      expect(parts).toHaveLength(count);
      expect(parts.flat()).toEqual(items);
      const sizes = parts.map((part) => part.length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});

it('writes all rows of a stage by one statement, each table once', () => {
  const { text, rows } = stageOf(
    [table('sessions'), table('events')],
    [
      { table: 'events', row: { id: 'a' } },
      { table: 'events', row: { id: 'b' } },
    ],
    [{ table: 'sessions', row: { id: 'c' } }],
  );
  expect(text.match(/INSERT INTO/g)).toHaveLength(1);
  expect(text.match(/UPDATE/g)).toHaveLength(1);
  expect(JSON.parse(rows)).toEqual({
    insert_events: [{ id: 'a' }, { id: 'b' }],
    update_sessions: [{ id: 'c' }],
  });
});

it('gives a second session ids and tokens of its own, and leaves what was there before', () => {
  const tokens = table('tokens', ['hash']);
  const before = snapshot({ tokens: [{ id: id('a'), hash: null }] });
  const rows = [
    { table: 'tokens', row: { id: id('b'), hash: '\\x00ff' } },
    { table: 'tokens', row: { id: id('a'), hash: null } },
    { table: 'tokens', row: { id: '2026-01-01T00:00:00+00:00', hash: null } },
  ];
  expect(ownValues([tokens], before, rows)).toEqual([id('b'), '\\x00ff']);
});

it('keeps the form of a value, answers the same for one session and another for another', () => {
  const values = [id('b'), '\\x00ff00ff', '6f1c2a5e-2a3b-4c4d-8e5f-001122334455'];
  const forms = [
    /^ses_0[0-9a-z]{25}$/,
    /^\\x[0-9a-f]{8}$/,
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  ];
  for (const [index, value] of values.entries()) {
    const other = valueFor('ses_1', value);
    expect(other).toMatch(forms[index] ?? /$^/);
    expect(valueFor('ses_1', value)).toBe(other);
    expect(valueFor('ses_2', value)).not.toBe(other);
  }
});
