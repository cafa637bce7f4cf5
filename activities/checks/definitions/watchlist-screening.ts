import { screenSubject } from '../../watchlists/screen-subject';
import { extractedFields } from '../run/extracted-fields';
import type { Judge } from '../judge/judge';

/** `watchlist_screening`: always runs. A hit is a likeness for a person to look at, no verdict. */
export const judgeWatchlistScreening: Judge = async (context, config) => {
  const { deps, input } = context;
  const extracted = await extractedFields(context);
  const { outcome, evidence } = await screenSubject(deps, input.session, extracted, config);
  return evidence === null ? { outcome } : { outcome, evidence: { ...evidence } };
};
