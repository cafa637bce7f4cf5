import type { SignalEvidence } from '../../../../shared/domain/risk/assess-risk';
import type { SignalName } from '../../../../shared/domain/risk/signal-catalogue';
import { offsetFitsCountry } from './time-zone-offsets';
import type { Finding } from './finding';
import type { SeenAddress } from './session-addresses';

export interface NetworkStory {
  /** Public addresses only, by the time each was first seen. */
  readonly addresses: readonly SeenAddress[];
  /** The document's country and the session's, as far as either is known. */
  readonly expectedCountries: readonly string[];
  readonly timeZone: string | null;
}

const velocityFrom = 5;
const travelWithinMs = 60 * 60_000;

/** Evidence when triggered, false when not, null when the facts are missing. */
type Verdict = SignalEvidence | false | null;

export function judgeNetwork(story: NetworkStory): Finding {
  const verdicts: readonly (readonly [SignalName, Verdict])[] = [
    ['ip_country_mismatch', countryMismatch(story)],
    ['datacenter_ip', listed(story.addresses.map(({ datacenter }) => datacenter))],
    ['tor_exit', listed(story.addresses.map(({ torExit }) => torExit))],
    ['ip_velocity', velocity(story)],
    ['impossible_travel', travel(story)],
    ['timezone_mismatch', zoneMismatch(story)],
  ];
  return {
    triggered: new Map(
      verdicts.flatMap(([name, verdict]) =>
        verdict === null || verdict === false ? [] : [[name, verdict] as const],
      ),
    ),
    notEvaluated: verdicts.flatMap(([name, verdict]) => (verdict === null ? [name] : [])),
  };
}

function countryMismatch({ addresses, expectedCountries: expected }: NetworkStory): Verdict {
  const seen = countriesOf(addresses);
  if (seen.length === 0 || expected.length === 0) return null;
  const foreign = seen.filter((country) => !expected.includes(country));
  return foreign.length > 0 && { seen: foreign, expected };
}

/** One address on the list is enough; no list, or no address, is no answer. */
function listed(standings: readonly (boolean | null)[]): Verdict {
  if (standings.includes(true)) return { addresses: standings.filter((on) => on === true).length };
  return standings.includes(false) ? false : null;
}

function velocity({ addresses }: NetworkStory): Verdict {
  if (addresses.length === 0) return null;
  const most = Math.max(...addresses.map(({ otherSessions }) => otherSessions));
  return most >= velocityFrom && { other_sessions: most };
}

function travel({ addresses }: NetworkStory): Verdict {
  const known = addresses.filter(({ country }) => country !== null);
  if (known.length === 0) return null;
  for (const from of known) {
    const to = known.find(
      (other) =>
        other.country !== from.country &&
        other.firstSeenAt >= from.firstSeenAt &&
        other.firstSeenAt.getTime() - from.lastSeenAt.getTime() <= travelWithinMs,
    );
    if (to !== undefined) return { from: from.country, to: to.country };
  }
  return false;
}

/** The clock that the page showed against the country of the address that was seen last. */
function zoneMismatch({ addresses, timeZone }: NetworkStory): Verdict {
  const last = addresses.findLast(({ country }) => country !== null);
  if (last === undefined || last.country === null || timeZone === null) return null;
  const fits = offsetFitsCountry(timeZone, last.country, last.lastSeenAt);
  if (fits === null) return null;
  return !fits && { time_zone: timeZone, country: last.country };
}

function countriesOf(addresses: readonly SeenAddress[]): readonly string[] {
  return [...new Set(addresses.flatMap(({ country }) => (country === null ? [] : [country])))];
}
