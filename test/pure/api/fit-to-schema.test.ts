import fc from 'fast-check';
import { z } from 'zod';
import { aliasSchemas, resolveAliases } from '../../../services/api/http/aliases';
import { fitToSchema } from '../../../services/api/http/fit-to-schema';
import { allRoutes } from '../../../services/api/routes';
import { InexactNumber } from '../../../services/api/http/exact-json';
import { inflectKeys, keyInflections } from '../../../shared/wire/key-casing';
import { userOwned } from '../../../shared/wire/user-owned';

const settings = z.object({ time_zone: z.string().optional(), step_2: z.number().optional() });
const schema = z.object({
  external_ref: z.string().nullable().optional(),
  country: z
    .string()
    .transform((text) => text.toUpperCase())
    .optional(),
  settings: settings.optional(),
  metadata: userOwned(z.record(z.string(), z.unknown())).default({}),
  items: z.array(z.object({ list_id: z.string() })).optional(),
  config: z.record(z.string(), z.unknown()).optional(),
  strict_part: z.strictObject({ some_name: z.string() }).optional(),
});

it('takes every casing, names what it does not know, and leaves the user’s own alone', () => {
  const fitted = fitToSchema(
    {
      externalRef: 'a',
      settings: { 'time-zone': 'UTC', step2: 1, timeZoned: 1 },
      metadata: { camelKey: { 'kebab-key': 1 } },
      items: [{ listId: 'x', 'list-idd': 1 }],
      config: { minimumAge: 18 },
      strictPart: { someName: 'x', other: 1 },
      'ünknown, key': 1,
    },
    schema,
  );
  expect(fitted.errors).toEqual([]);
  expect(fitted.ignored).toEqual(['settings.timeZoned', 'items.0.list-idd', 'ünknown, key']);
  expect(fitted.value).toMatchObject({
    external_ref: 'a',
    settings: { time_zone: 'UTC', step_2: 1 },
    metadata: { camelKey: { 'kebab-key': 1 } },
    items: [{ list_id: 'x' }],
    config: { minimum_age: 18 },
    // Refused by its schema, which would not see it if it were taken out here.
    strict_part: { some_name: 'x', other: 1 },
  });
});

it('one field in two casings is one field only if both say the same', () => {
  expect(fitToSchema({ externalRef: 'a', external_ref: 'a' }, schema).errors).toEqual([]);
  expect(
    fitToSchema({ externalRef: 'a', settings: { timeZone: 'a', time_zone: 'b' } }, schema).errors,
  ).toMatchObject([{ field: 'settings.time_zone', code: 'conflicting_casing' }]);
  expect(fitToSchema({ config: { a: { bC: 1, b_c: 2 } } }, schema).errors).toMatchObject([
    { field: 'config.a.b_c', code: 'conflicting_casing' },
  ]);
});

it('what would come back as another number is refused where it is kept, and only there', () => {
  const huge = new InexactNumber(1e20);
  expect(fitToSchema({ metadata: { a: [{ b: huge }] } }, schema).errors).toMatchObject([
    { field: 'metadata.a.0.b', code: 'inexact_number' },
  ]);
  expect(fitToSchema({ config: { a: huge } }, schema).errors).toMatchObject([
    { field: 'config.a', code: 'inexact_number' },
  ]);
  const elsewhere = fitToSchema({ settings: { step_2: huge }, unknown: huge }, schema);
  expect(elsewhere).toMatchObject({ errors: [], value: { settings: { step_2: 1e20 } } });
});

describe('aliases', () => {
  const aliases = {
    external_ref: ['user_id'],
    'settings.time_zone': ['time_zone'],
    country: ['country_code'],
  };
  const read = (sent: unknown) =>
    resolveAliases(fitToSchema(sent, schema, aliasSchemas(aliases, schema)).value, aliases, schema);

  it('stand for our fields, also within an object', () => {
    const { value, spelling, errors } = read({
      userId: 'a',
      timeZone: 'UTC',
      settings: { step_2: 1 },
    });
    expect(errors).toEqual([]);
    expect(value).toMatchObject({ external_ref: 'a', settings: { time_zone: 'UTC', step_2: 1 } });
    expect(value).not.toHaveProperty('user_id');
    expect(spelling.get('settings.time_zone')).toBe('time_zone');
  });

  it('may not contradict them, as the field’s schema reads both', () => {
    expect(read({ external_ref: 'a', user_id: 'b' }).errors).toMatchObject([
      { field: 'user_id', code: 'conflicting_alias' },
    ]);
    expect(read({ country: 'nl', country_code: 'NL' }).errors).toEqual([]);
  });
});

const keys = fc.stringMatching(/^[a-z][a-z0-9]{0,6}(_[a-z][a-z0-9]{0,6}){0,3}$/);
const wire = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.integer(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(keys, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

it.each(keyInflections)('what is sent in %s case is the same request', (inflection) => {
  fc.assert(
    fc.property(wire, (value) => {
      const sent = inflectKeys(value, inflection, { keep: [] });
      expect(fitToSchema(sent, z.unknown()).value).toEqual(value);
    }),
  );
});

it('what is written in none of the three casings stays: country codes, sentences, own names', () => {
  const own = { US: 1, 'two words': 2, __proto: 3, UPPER_CASE: 4, PascalCase: 5 };
  expect(fitToSchema(own, z.unknown()).value).toEqual(own);
});

/** Routes are made, and never asked anything. */
const routes = allRoutes(
  new Proxy({}, { get: () => undefined }) as Parameters<typeof allRoutes>[0],
).flatMap(({ method, path, schemas: { body } }) =>
  body instanceof z.ZodObject ? [[`${method} ${path}`, body] as const] : [],
);

describe.each(routes)('%s', (_name, body) => {
  const members = Object.keys(body.shape).filter((name) => name.includes('_'));

  it('knows each of its fields in three casings, and not two that differ', () => {
    for (const name of members) {
      const spelled = keyInflections.flatMap((inflection) =>
        Object.keys(z.looseObject({}).parse(inflectKeys({ [name]: 1 }, inflection, { keep: [] }))),
      );
      for (const key of spelled) expect(fitToSchema({ [key]: 'x' }, body).ignored).toEqual([]);
      const [first = '', second = ''] = spelled;
      const { errors } = fitToSchema({ [first]: 'x', [second]: 'y' }, body);
      expect(errors).toMatchObject([{ field: second, code: 'conflicting_casing' }]);
    }
  });

  it('ignores what it does not know, in every object that is not a definition', () => {
    expect(fitToSchema({ surely_unknown: 1 }, body).ignored).toEqual(['surely_unknown']);
    const strict = strictPaths(body, '').filter((path) => !/^definition\b/.test(path));
    expect(strict).toEqual([]);
  });
});

/** Where a schema refuses what it does not know. */
function strictPaths(of: unknown, path: string): string[] {
  if (of instanceof z.ZodObject) {
    const own = of.def.catchall?._zod.def.type === 'never' ? [path] : [];
    return [
      ...own,
      ...Object.entries(of.shape).flatMap(([name, member]) =>
        strictPaths(member, path === '' ? name : `${path}.${name}`),
      ),
    ];
  }
  if (of instanceof z.ZodArray) return strictPaths(of.element, path);
  if (of instanceof z.ZodUnion) return of.options.flatMap((option) => strictPaths(option, path));
  if (
    of instanceof z.ZodOptional ||
    of instanceof z.ZodNullable ||
    of instanceof z.ZodDefault ||
    of instanceof z.ZodPrefault
  ) {
    return strictPaths(of.unwrap(), path);
  }
  return [];
}
