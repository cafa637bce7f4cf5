import { z } from 'zod';
import { allKnown, birthRange, circa, spanning, type BirthRange } from './birth-range';
import { distinct, joined, named, partedName, wholeName } from './listed-name';
import type { Watchlist, WatchlistEntry } from './watchlist';
import { listOf, perhapsEmpty, readXml, refused, someText, text } from './xml-document';

const alias = perhapsEmpty(z.object({ QUALITY: text, ALIAS_NAME: text }));
const listed = z.object({
  DATAID: someText,
  UN_LIST_TYPE: text,
  FIRST_NAME: text,
  SECOND_NAME: text,
  THIRD_NAME: text,
  FOURTH_NAME: text,
  NAME_ORIGINAL_SCRIPT: text,
});
const birth = perhapsEmpty(
  z.object({ TYPE_OF_DATE: text, DATE: text, YEAR: text, FROM_YEAR: text, TO_YEAR: text }),
);
const individual = listed.extend({
  INDIVIDUAL_ALIAS: z.array(alias).default([]),
  INDIVIDUAL_DATE_OF_BIRTH: z.array(birth).default([]),
  NATIONALITY: listOf('VALUE', text),
});
const entity = listed.extend({ ENTITY_ALIAS: z.array(alias).default([]) });
const schema = z.object({
  CONSOLIDATED_LIST: z.object({
    '@dateGenerated': someText,
    INDIVIDUALS: listOf('INDIVIDUAL', individual),
    ENTITIES: listOf('ENTITY', entity),
  }),
});
const repeated = [
  'INDIVIDUAL',
  'ENTITY',
  'INDIVIDUAL_ALIAS',
  'ENTITY_ALIAS',
  'INDIVIDUAL_DATE_OF_BIRTH',
  'VALUE',
] as const;

/** The consolidated list of the United Nations' Security Council. */
export function parseUn(file: Buffer): Watchlist {
  const { CONSOLIDATED_LIST: list } = readXml('un', file, { schema, repeated });
  const entries = [
    ...list.INDIVIDUALS.map((one) =>
      entryOf(one, one.INDIVIDUAL_ALIAS, {
        kind: 'person',
        births: allKnown(
          one.INDIVIDUAL_DATE_OF_BIRTH.flatMap((date) => (says(date) ? [birthOf(date)] : [])),
        ),
        countries: distinct(one.NATIONALITY),
      }),
    ),
    ...list.ENTITIES.map((one) =>
      entryOf(one, one.ENTITY_ALIAS, { kind: 'entity', births: [], countries: [] }),
    ),
  ];
  if (entries.length === 0) throw refused('un', 'it has no entries');
  return {
    source: 'un',
    publishedOn: /^\d{4}-\d{2}-\d{2}/.exec(list['@dateGenerated'])?.[0] ?? null,
    entries,
  };
}

function entryOf(
  one: z.output<typeof listed>,
  aliases: readonly z.output<typeof alias>[],
  more: Pick<WatchlistEntry, 'kind' | 'births' | 'countries'>,
): WatchlistEntry {
  // Four names in the order they are said: the last that there is stands for the family.
  const said = [one.FIRST_NAME, one.SECOND_NAME, one.THIRD_NAME, one.FOURTH_NAME].filter(
    (part) => part !== '',
  );
  const [family = ''] = said.slice(-1);
  const names = named([
    partedName({ given: joined(said.slice(0, -1)), family }, { isAlias: false }),
    wholeName(one.NAME_ORIGINAL_SCRIPT, { isAlias: true }),
    ...aliases.map(({ ALIAS_NAME: name, QUALITY: quality }) =>
      wholeName(name, { isAlias: true, quality: quality === 'Low' ? 'weak' : 'strong' }),
    ),
  ]);
  if (names === null) throw refused('un', `entry ${one.DATAID} has no name`);
  return { entryId: one.DATAID, names, programs: distinct([one.UN_LIST_TYPE]), ...more };
}

function says(date: z.output<typeof birth>): boolean {
  return [date.DATE, date.YEAR, date.FROM_YEAR, date.TO_YEAR].some((part) => part !== '');
}

function birthOf(date: z.output<typeof birth>): BirthRange | null {
  const range = rangeOf(date);
  return range !== null && date.TYPE_OF_DATE === 'APPROXIMATELY' ? circa(range) : range;
}

function rangeOf(date: z.output<typeof birth>): BirthRange | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date.DATE) ?? [];
  if (year !== undefined) return birthRange(Number(year), Number(month), Number(day));
  if (date.YEAR !== '') return birthRange(Number(date.YEAR));
  const [from, to] = [birthRange(Number(date.FROM_YEAR)), birthRange(Number(date.TO_YEAR))];
  return from === null || to === null ? null : spanning(from, to);
}
