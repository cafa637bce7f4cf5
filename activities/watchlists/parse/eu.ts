import { z } from 'zod';
import {
  allKnown,
  birthRange,
  circa,
  spanning,
  type BirthRange,
} from '../../../shared/domain/watchlists/birth-range';
import { distinct, joined, named, partedName, wholeName } from './listed-name';
import type { WatchlistEntry, WatchlistName } from '../../../shared/domain/watchlists/watchlist';
import { kindOf, record, type ListFormat } from './list-format';
import { refused } from './refused';
import { someText, text } from './xml-value';

const nameAlias = z.object({
  '@firstName': text,
  '@middleName': text,
  '@lastName': text,
  '@wholeName': text,
  '@strong': text,
});
const birthdate = z.object({
  '@birthdate': text,
  '@year': text,
  '@monthOfYear': text,
  '@dayOfMonth': text,
  '@yearRangeFrom': text,
  '@yearRangeTo': text,
  '@circa': text,
  '@calendarType': text,
});
const root = z.object({ '@generationDate': someText });
const sanctionEntity = z.object({
  '@logicalId': someText,
  subjectType: z.object({ '@code': someText }),
  regulation: z.array(z.object({ '@programme': text })).default([]),
  nameAlias: z.array(nameAlias).min(1),
  birthdate: z.array(birthdate).default([]),
  citizenship: z.array(z.object({ '@countryIso2Code': text })).default([]),
});

/**
 * The consolidated financial sanctions list of the European Union, `xmlFullSanctionsList_1_1`: who left it
 * is not in the file any more.
 */
export const euFormat: ListFormat = {
  records: ['export/sanctionEntity'],
  repeated: ['sanctionEntity', 'regulation', 'nameAlias', 'birthdate', 'citizenship'],
  attributesOf: ['export'],
  start: () => {
    let generatedOn: string | null = null;
    return {
      take: (path, value) => {
        if (path !== 'export') return entryOf(record('eu', sanctionEntity, value));
        generatedOn = record('eu', root, value)['@generationDate'];
        return null;
      },
      end: () => {
        if (generatedOn === null) throw refused('eu', 'it does not say when it was generated');
        return { publishedOn: /^\d{4}-\d{2}-\d{2}/.exec(generatedOn)?.[0] ?? null };
      },
    };
  },
};

function entryOf(entity: z.output<typeof sanctionEntity>): WatchlistEntry {
  const names = named(entity.nameAlias.map((alias, index) => nameOf(alias, index > 0)));
  if (names === null) throw refused('eu', `entity ${entity['@logicalId']} has no name`);
  return {
    entryId: entity['@logicalId'],
    kind: kindOf(entity.subjectType['@code'], ['enterprise']),
    names,
    programs: distinct(entity.regulation.map((one) => one['@programme'])),
    births: allKnown(entity.birthdate.map(birthOf)),
    // 00: the list knows no country.
    countries: distinct(
      entity.citizenship.map((one) => one['@countryIso2Code']).filter((code) => code !== '00'),
    ),
  };
}

function nameOf(alias: z.output<typeof nameAlias>, isAlias: boolean): WatchlistName | null {
  const more = {
    isAlias,
    quality: alias['@strong'] === 'false' ? ('weak' as const) : ('strong' as const),
  };
  const given = joined([alias['@firstName'], alias['@middleName']]);
  const family = alias['@lastName'];
  return given !== '' && family !== ''
    ? partedName({ given, family }, more)
    : wholeName(alias['@wholeName'] === '' ? joined([given, family]) : alias['@wholeName'], more);
}

function birthOf(date: z.output<typeof birthdate>): BirthRange | null {
  // A day of another calendar is none of ours.
  if (!['', 'GREGORIAN'].includes(date['@calendarType'].toUpperCase())) return null;
  const range = exactOf(date) ?? rangeOf(date);
  return range !== null && date['@circa'] === 'true' ? circa(range) : range;
}

function exactOf(date: z.output<typeof birthdate>): BirthRange | null {
  const [, ...whole] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date['@birthdate']) ?? [];
  const [year = date['@year'], month = date['@monthOfYear'], day = date['@dayOfMonth']] = whole;
  return birthRange(Number(year), someNumber(month), someNumber(day));
}

function rangeOf(date: z.output<typeof birthdate>): BirthRange | null {
  const from = birthRange(Number(date['@yearRangeFrom']));
  const to = birthRange(Number(date['@yearRangeTo']));
  return from === null || to === null ? null : spanning(from, to);
}

function someNumber(printed: string): number | null {
  return printed === '' || Number(printed) === 0 ? null : Number(printed);
}
