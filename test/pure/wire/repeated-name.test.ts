import fc from 'fast-check';
import { repeatedName } from '../../../services/api/http/repeated-name';

it.each([
  ['{"a":1,"a":2}', 'a'],
  ['{"a":1,"a":1}', 'a'],
  ['{"a":1,"\\u0061":2}', 'a'],
  ['{"":1 , "" :2}', ''],
  ['{"a":{"b":1,"c":[{"d":1},{"e":1,"e":2}]}}', 'a.c.e'],
  ['[{"__proto__":1,"__proto__":2}]', '__proto__'],
  ['{"a":"b","b":"a","a":"c"}', 'a'],
])('in %s the name %j is there twice', (text, path) => {
  expect(() => void JSON.parse(text)).not.toThrow();
  expect(repeatedName(text)).toBe(path);
});

it.each([
  '{"a":{"a":{"a":1}},"b":{"a":1}}',
  '[{"a":1},{"a":2}]',
  '{"a":"\\"a\\":1, \\"a\\":2","b":"a"}',
  '["a","a"]',
  '{"a":["a","a"],"A":"a"}',
  '"a"',
])('in %s no name is', (text) => {
  expect(repeatedName(text)).toBeNull();
});

it('whatever was written from a value has no name twice', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(4), (text, space) => {
      expect(repeatedName(JSON.stringify(JSON.parse(text), null, space))).toBeNull();
    }),
  );
});

it('whatever object says one of its names again, somewhere, is found', () => {
  const name = fc.string().filter((text) => text !== '__proto__');
  fc.assert(
    fc.property(fc.dictionary(name, fc.jsonValue(), { minKeys: 1 }), fc.nat(), (object, pick) => {
      const names = Object.keys(object);
      const again = names[pick % names.length] ?? '';
      const text = `{${JSON.stringify(again)}:0,${JSON.stringify(object).slice(1)}`;
      expect(repeatedName(text)).toBe(again);
    }),
  );
});
