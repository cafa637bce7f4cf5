import fc from 'fast-check';
import { createStatementNames } from '../../../shared/database/statement-names';

it('names a text once it has come often enough, and always by the same name then', () => {
  const names = createStatementNames({ seen: 3 });
  expect([1, 2, 3, 4].map(() => names.nameOf('select 1'))).toEqual([
    undefined,
    undefined,
    'v0_0',
    'v0_0',
  ]);
});

it('never gives two texts one name, nor more names than it may, whatever comes in whatever order', () => {
  const step = fc.oneof(
    { weight: 20, arbitrary: fc.nat(40).map((n) => `select ${String(n)}`) },
    { weight: 1, arbitrary: fc.constant(null) },
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
      const names = createStatementNames({ most: 7, seen: 2 });
      const textOf = new Map<string, string>();
      let sinceForgotten = new Set<string>();
      for (const text of steps) {
        if (text === null) {
          names.forget();
          sinceForgotten = new Set();
          continue;
        }
        const name = names.nameOf(text);
        if (name === undefined) continue;
        // Also not one that was given before everything was forgotten: connections still know it.
        expect(textOf.get(name) ?? text).toBe(text);
        textOf.set(name, text);
        sinceForgotten.add(name);
        expect(sinceForgotten.size).toBeLessThanOrEqual(7);
      }
    }),
  );
});

it('a text that comes once takes no place from one that comes often', () => {
  const names = createStatementNames({ most: 2, seen: 2 });
  for (let n = 0; n < 1_000; n += 1) names.nameOf(`once ${String(n)}`);
  names.nameOf('often');
  expect(names.nameOf('often')).toBe('v0_0');
});
