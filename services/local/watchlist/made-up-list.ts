import type { Kysely } from 'kysely';
import { loadWatchlist } from '../../../activities/watchlists/load-watchlist';
import type { Database } from '../../../shared/database/schema';
import { hashOf } from '../../../activities/watchlists/watchlist-file';

/** In the UN's file format, about people who do not exist and whose names are like nobody's. */
const file = Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="2026-01-01T00:00:00Z">
  <INDIVIDUALS>
    <INDIVIDUAL>
      <DATAID>9900001</DATAID>
      <FIRST_NAME>QUENZA</FIRST_NAME>
      <SECOND_NAME>VIRELLOTH</SECOND_NAME>
      <UN_LIST_TYPE>Made up</UN_LIST_TYPE>
      <INDIVIDUAL_DATE_OF_BIRTH>
        <TYPE_OF_DATE>EXACT</TYPE_OF_DATE>
        <DATE>1961-04-05</DATE>
      </INDIVIDUAL_DATE_OF_BIRTH>
    </INDIVIDUAL>
    <INDIVIDUAL>
      <DATAID>9900002</DATAID>
      <FIRST_NAME>BOMTARK</FIRST_NAME>
      <SECOND_NAME>ISKRAZZO</SECOND_NAME>
      <UN_LIST_TYPE>Made up</UN_LIST_TYPE>
      <INDIVIDUAL_DATE_OF_BIRTH/>
    </INDIVIDUAL>
  </INDIVIDUALS>
  <ENTITIES/>
</CONSOLIDATED_LIST>
`);

/** Two names to screen against, so that a stack without published lists can approve without a person. */
export async function loadMadeUpList(db: Kysely<Database>): Promise<void> {
  await loadWatchlist({ db, clock: () => new Date() }, 'un', file);
}

export type LocalLists = 'made up' | 'own';

/**
 * What a local stack screens against: lists that somebody loaded or named the sources of, else the made-up
 * one, which goes when there are others.
 */
export async function chooseLists(db: Kysely<Database>, hasSources: boolean): Promise<LocalLists> {
  const loaded = await db.selectFrom('watchlists').select(['source', 'sha256']).execute();
  const own = loaded.filter(({ sha256 }) => !sha256.equals(hashOf(file)));
  if (own.length === 0 && !hasSources) {
    await loadMadeUpList(db);
    return 'made up';
  }
  await db.deleteFrom('watchlists').where('sha256', '=', hashOf(file)).execute();
  return 'own';
}
