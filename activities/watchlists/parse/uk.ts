import { z } from 'zod';
import {
  allKnown,
  birthRange,
  type BirthRange,
} from '../../../shared/domain/watchlists/birth-range';
import { distinct, joined, named, partedName, wholeName } from './listed-name';
import type { WatchlistEntry, WatchlistName } from '../../../shared/domain/watchlists/watchlist';
import { kindOf, record, type ListFormat } from './list-format';
import { refused } from './refused';
import { listOf, someText, text } from './xml-value';

const name = z.object({
  Name1: text,
  Name2: text,
  Name3: text,
  Name4: text,
  Name5: text,
  /** The family name; of an organisation or a ship the whole. */
  Name6: text,
  NameType: text,
  AliasStrength: text,
});
const individual = z.object({
  DOBs: listOf('DOB', text),
  Nationalities: listOf('Nationality', text),
});
const designation = z.object({
  UniqueID: someText,
  RegimeName: text,
  IndividualEntityShip: someText,
  Names: listOf('Name', name),
  NonLatinNames: listOf('NonLatinName', z.object({ NameNonLatinScript: text })),
  IndividualDetails: listOf('Individual', individual),
});

/**
 * The UK Sanctions List, as XML, of the Foreign, Commonwealth & Development Office: since 28 January 2026
 * the only one; the consolidated list of the Treasury's OFSI is no longer published.
 */
export const ukFormat: ListFormat = {
  records: ['Designations/DateGenerated', 'Designations/Designation'],
  repeated: ['Designation', 'Name', 'NonLatinName', 'Individual', 'DOB', 'Nationality'],
  attributesOf: [],
  start: () => {
    let generatedOn = '';
    return {
      take: (path, value) => {
        if (path === 'Designations/Designation') return entryOf(record('uk', designation, value));
        generatedOn = record('uk', text, value);
        return null;
      },
      end: () => ({ publishedOn: birthOf(generatedOn)?.from ?? null }),
    };
  },
};

function entryOf(one: z.output<typeof designation>): WatchlistEntry {
  // The primary name need not stand first.
  const primaryFirst = [...one.Names].sort((a, b) => Number(isAlias(a)) - Number(isAlias(b)));
  const names = named([
    ...primaryFirst.map(nameOf),
    ...one.NonLatinNames.map((other) => wholeName(other.NameNonLatinScript, { isAlias: true })),
  ]);
  if (names === null) throw refused('uk', `designation ${one.UniqueID} has no name`);
  return {
    entryId: one.UniqueID,
    kind: kindOf(one.IndividualEntityShip, ['entity', 'ship']),
    names,
    programs: distinct([one.RegimeName]),
    births: allKnown(
      one.IndividualDetails.flatMap(({ DOBs }) => DOBs)
        .filter((printed) => printed !== '')
        .map(birthOf),
    ),
    countries: distinct(one.IndividualDetails.flatMap(({ Nationalities }) => Nationalities)),
  };
}

function isAlias({ NameType }: z.output<typeof name>): boolean {
  // Printed in several cases; a `Primary Name Variation` is another spelling.
  return NameType.toLowerCase() !== 'primary name';
}

function nameOf(one: z.output<typeof name>): WatchlistName | null {
  const given = joined([one.Name1, one.Name2, one.Name3, one.Name4, one.Name5]);
  const quality = /low quality/i.test(one.AliasStrength) ? 'weak' : 'strong';
  return partedName({ given, family: one.Name6 }, { isAlias: isAlias(one), quality });
}

/** `27/08/1955`; `dd` and `mm` stand for what is not known. */
function birthOf(printed: string): BirthRange | null {
  const [, day, month, year] = /^(\d{2}|dd)\/(\d{2}|mm)\/(\d{4})$/i.exec(printed) ?? [];
  return birthRange(Number(year), known(month), known(month) === null ? null : known(day));
}

function known(part: string | undefined): number | null {
  return part === undefined || /^[dm0]+$/i.test(part) ? null : Number(part);
}
