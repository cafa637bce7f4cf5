import { z } from 'zod';
import {
  allKnown,
  birthRange,
  circa,
  spanning,
  type BirthRange,
} from '../../../shared/domain/watchlists/birth-range';
import { distinct, joined, named, partedName, wholeName } from './listed-name';
import type { WatchlistEntry } from '../../../shared/domain/watchlists/watchlist';
import { record, type ListFormat } from './list-format';
import { refused } from './refused';
import { listOf, perhapsEmpty, someText, text } from './xml-value';

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
const root = z.object({ '@dateGenerated': someText });

/** The consolidated list of the United Nations' Security Council: who left it is not in the file any more. */
export const unFormat: ListFormat = {
  records: ['CONSOLIDATED_LIST/INDIVIDUALS/INDIVIDUAL', 'CONSOLIDATED_LIST/ENTITIES/ENTITY'],
  repeated: [
    'INDIVIDUAL',
    'ENTITY',
    'INDIVIDUAL_ALIAS',
    'ENTITY_ALIAS',
    'INDIVIDUAL_DATE_OF_BIRTH',
    'VALUE',
  ],
  attributesOf: ['CONSOLIDATED_LIST'],
  start: () => {
    let generatedOn: string | null = null;
    return {
      take: (path, value) => {
        if (path === 'CONSOLIDATED_LIST') {
          generatedOn = record('un', root, value)['@dateGenerated'];
          return null;
        }
        return path.endsWith('/INDIVIDUAL')
          ? personOf(record('un', individual, value))
          : entityOf(record('un', entity, value));
      },
      end: () => {
        if (generatedOn === null) throw refused('un', 'it does not say when it was generated');
        return { publishedOn: /^\d{4}-\d{2}-\d{2}/.exec(generatedOn)?.[0] ?? null };
      },
    };
  },
};

function personOf(one: z.output<typeof individual>): WatchlistEntry {
  return entryOf(one, one.INDIVIDUAL_ALIAS, {
    kind: 'person',
    births: allKnown(
      one.INDIVIDUAL_DATE_OF_BIRTH.flatMap((date) => (says(date) ? [birthOf(date)] : [])),
    ),
    countries: distinct(one.NATIONALITY),
  });
}

function entityOf(one: z.output<typeof entity>): WatchlistEntry {
  return entryOf(one, one.ENTITY_ALIAS, { kind: 'entity', births: [], countries: [] });
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
    ...aliases.flatMap(({ ALIAS_NAME: name, QUALITY: quality }) =>
      // Several in one element are printed apart by semicolons.
      name.split(';').map((one) =>
        wholeName(one.trim(), {
          isAlias: true,
          quality: quality.toLowerCase() === 'low' ? 'weak' : 'strong',
        }),
      ),
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
  return range !== null && date.TYPE_OF_DATE.toUpperCase() === 'APPROXIMATELY'
    ? circa(range)
    : range;
}

function rangeOf(date: z.output<typeof birth>): BirthRange | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date.DATE) ?? [];
  if (year !== undefined) return birthRange(Number(year), Number(month), Number(day));
  if (date.YEAR !== '') return birthRange(Number(date.YEAR));
  const [from, to] = [birthRange(Number(date.FROM_YEAR)), birthRange(Number(date.TO_YEAR))];
  return from === null || to === null ? null : spanning(from, to);
}
