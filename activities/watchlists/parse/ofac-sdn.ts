import { z } from 'zod';
import {
  allKnown,
  birthRange,
  circa,
  spanning,
  type BirthRange,
} from '../../../shared/domain/watchlists/birth-range';
import { distinct, named, partedName } from './listed-name';
import type { WatchlistEntry } from '../../../shared/domain/watchlists/watchlist';
import { kindOf, record, type ListFormat } from './list-format';
import { refused } from './refused';
import { listOf, someText, text } from './xml-value';

const country = z.object({ country: text });
const aka = z.object({ category: text, firstName: text, lastName: text });
const sdnEntry = z.object({
  uid: someText,
  firstName: text,
  lastName: text,
  sdnType: someText,
  programList: listOf('program', text),
  akaList: listOf('aka', aka),
  nationalityList: listOf('nationality', country),
  citizenshipList: listOf('citizenship', country),
  dateOfBirthList: listOf('dateOfBirthItem', z.object({ dateOfBirth: text })),
});
const publication = z.object({ Publish_Date: text, Record_Count: text });

/** `SDN.XML` of the US Treasury's Office of Foreign Assets Control (sdnList.xsd). */
export const ofacSdnFormat: ListFormat = {
  records: ['sdnList/publshInformation', 'sdnList/sdnEntry'],
  repeated: ['sdnEntry', 'program', 'aka', 'nationality', 'citizenship', 'dateOfBirthItem'],
  attributesOf: [],
  start: () => {
    let published: z.output<typeof publication> | null = null;
    return {
      take: (path, value) => {
        if (path === 'sdnList/sdnEntry') return entryOf(record('ofac_sdn', sdnEntry, value));
        published = record('ofac_sdn', publication, value);
        return null;
      },
      end: (entries) => {
        if (published === null) throw refused('ofac_sdn', 'it does not say when it was published');
        const { Publish_Date: day, Record_Count: count } = published;
        // The publisher's own count: a file that lost entries on its way is no list.
        if (count !== '' && Number(count) !== entries) {
          throw refused('ofac_sdn', 'it has another number of entries than it says');
        }
        return { publishedOn: americanDay(day) };
      },
    };
  },
};

function entryOf(entry: z.output<typeof sdnEntry>): WatchlistEntry {
  const names = named([
    partedName({ given: entry.firstName, family: entry.lastName }, { isAlias: false }),
    ...entry.akaList.map(({ firstName, lastName, category }) =>
      partedName(
        { given: firstName, family: lastName },
        { isAlias: true, quality: category.toLowerCase() === 'weak' ? 'weak' : 'strong' },
      ),
    ),
  ]);
  if (names === null) throw refused('ofac_sdn', `entry ${entry.uid} has no name`);
  return {
    entryId: entry.uid,
    kind: kindOf(entry.sdnType, ['entity', 'vessel', 'aircraft']),
    names,
    programs: distinct(entry.programList),
    births: allKnown(entry.dateOfBirthList.map(({ dateOfBirth }) => birthOf(dateOfBirth))),
    countries: distinct(
      [...entry.nationalityList, ...entry.citizenshipList].map((one) => one.country),
    ),
  };
}

function americanDay(day: string): string | null {
  const [, month, date, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(day) ?? [];
  return birthRange(Number(year), Number(month), Number(date))?.from ?? null;
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `15 Mar 1965`, `Mar 1965`, `1965`, `circa 1965`, `1963 to 1965`. */
function birthOf(printed: string): BirthRange | null {
  const [, about, words = ''] = /^(circa )?(.*)$/i.exec(printed) ?? [];
  const [first = '', last] = words.split(/ to /i);
  const begin = dateOf(first);
  const end = last === undefined ? begin : dateOf(last.replace(/^circa /i, ''));
  const range = begin === null || end === null ? null : spanning(begin, end);
  return range === null || about === undefined ? range : circa(range);
}

function dateOf(words: string): BirthRange | null {
  const [, day, month, year] = /^(?:(?:(\d{1,2}) )?([A-Z][a-z]{2}) )?(\d{4})$/.exec(words) ?? [];
  if (year === undefined) return null;
  return birthRange(
    Number(year),
    month === undefined ? null : months.indexOf(month) + 1,
    day === undefined ? null : Number(day),
  );
}
