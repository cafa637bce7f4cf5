import { z } from 'zod';
import { allKnown, birthRange, circa, spanning, type BirthRange } from './birth-range';
import { distinct, joined, named, partedName, wholeName } from './listed-name';
import type { Watchlist, WatchlistEntry, WatchlistName } from './watchlist';
import { readXml, refused, someText, text } from './xml-document';

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
});
const sanctionEntity = z.object({
  '@logicalId': someText,
  subjectType: z.object({ '@code': someText }),
  regulation: z.array(z.object({ '@programme': text })).default([]),
  nameAlias: z.array(nameAlias).min(1),
  birthdate: z.array(birthdate).default([]),
  citizenship: z.array(z.object({ '@countryIso2Code': text })).default([]),
});
const schema = z.object({
  export: z.object({
    '@generationDate': someText,
    sanctionEntity: z.array(sanctionEntity).min(1),
  }),
});
const repeated = ['sanctionEntity', 'regulation', 'nameAlias', 'birthdate', 'citizenship'] as const;

/** The consolidated financial sanctions list of the European Union, `xmlFullSanctionsList_1_1`. */
export function parseEu(file: Buffer): Watchlist {
  const { export: list } = readXml('eu', file, { schema, repeated });
  return {
    source: 'eu',
    publishedOn: /^\d{4}-\d{2}-\d{2}/.exec(list['@generationDate'])?.[0] ?? null,
    entries: list.sanctionEntity.map(entryOf),
  };
}

function entryOf(entity: z.output<typeof sanctionEntity>): WatchlistEntry {
  const names = named(entity.nameAlias.map((alias, index) => nameOf(alias, index > 0)));
  if (names === null) throw refused('eu', `entity ${entity['@logicalId']} has no name`);
  return {
    entryId: entity['@logicalId'],
    kind: entity.subjectType['@code'] === 'person' ? 'person' : 'entity',
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
