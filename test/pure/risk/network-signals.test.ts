import {
  judgeNetwork,
  type NetworkStory,
} from '../../../activities/checks/records/risk/network-signals';
import type { SeenAddress } from '../../../activities/checks/records/risk/session-addresses';
import { createAddressLookup } from '../../../services/api/network/address-facts';
import { parseAddressList } from '../../../services/api/network/address-list';
import { openCountryDatabase } from '../../../services/api/network/country-database';

const noon = new Date('2026-06-01T12:00:00Z');
const minutesLater = (minutes: number): Date => new Date(noon.getTime() + minutes * 60_000);

function seen(more: Partial<SeenAddress> = {}): SeenAddress {
  return {
    country: 'NL',
    torExit: false,
    datacenter: false,
    firstSeenAt: noon,
    lastSeenAt: noon,
    otherSessions: 0,
    ...more,
  };
}

function triggeredBy(more: Partial<NetworkStory>): string[] {
  const story = { addresses: [seen()], expectedCountries: ['NL'], timeZone: null, ...more };
  return [...judgeNetwork(story).triggered.keys()];
}

it('an address of the expected country, on no list, triggers nothing', () => {
  expect(triggeredBy({ timeZone: 'Europe/Amsterdam' })).toEqual([]);
});

it('ip_country_mismatch: of neither the document nor the session', () => {
  expect(triggeredBy({ expectedCountries: ['BE', 'DE'] })).toEqual(['ip_country_mismatch']);
  expect(triggeredBy({ expectedCountries: ['BE', 'NL'] })).toEqual([]);
});

it("datacenter_ip and tor_exit: on the operator's lists", () => {
  expect(triggeredBy({ addresses: [seen({ datacenter: true })] })).toEqual(['datacenter_ip']);
  expect(triggeredBy({ addresses: [seen({ torExit: true })] })).toEqual(['tor_exit']);
});

it('ip_velocity: from five other sessions on', () => {
  expect(triggeredBy({ addresses: [seen({ otherSessions: 5 })] })).toEqual(['ip_velocity']);
  expect(triggeredBy({ addresses: [seen({ otherSessions: 4 })] })).toEqual([]);
});

it('impossible_travel: two countries within 60 minutes', () => {
  const there = (minutes: number): SeenAddress =>
    seen({ country: 'JP', firstSeenAt: minutesLater(minutes), lastSeenAt: minutesLater(minutes) });
  const expectedCountries = ['NL', 'JP'];
  const story = (minutes: number) => ({ addresses: [seen(), there(minutes)], expectedCountries });
  expect(triggeredBy(story(60))).toEqual(['impossible_travel']);
  expect(triggeredBy(story(61))).toEqual([]);
});

it('timezone_mismatch: by the offset, so a neighbour with the same time is none', () => {
  expect(triggeredBy({ timeZone: 'Asia/Tokyo' })).toEqual(['timezone_mismatch']);
  expect(triggeredBy({ timeZone: 'Europe/Madrid' })).toEqual([]);
  expect(triggeredBy({ timeZone: 'Nowhere/Land' })).toEqual([]);
});

describe('what nobody could tell is said', () => {
  it('without a public address none of them is evaluated', () => {
    const finding = judgeNetwork({ addresses: [], expectedCountries: ['NL'], timeZone: 'UTC' });
    expect(finding.notEvaluated).toHaveLength(6);
  });

  it('without a list its signal is not', () => {
    const addresses = [seen({ torExit: null, datacenter: null })];
    const finding = judgeNetwork({
      addresses,
      expectedCountries: ['NL'],
      timeZone: 'Europe/Paris',
    });
    expect(finding.notEvaluated).toEqual(['datacenter_ip', 'tor_exit']);
  });
});

describe('what is known of an address', () => {
  it("the packaged database tells its country, the operator's lists the rest", async () => {
    const lookUp = createAddressLookup({
      countryOf: await openCountryDatabase(),
      torExits: parseAddressList('# exits\n193.0.6.139\n'),
      datacenters: parseAddressList('8.8.8.0/24 # a range\n2001:4860::/32'),
    });
    expect(lookUp('193.0.6.139')).toEqual({ country: 'NL', torExit: true, datacenter: false });
    expect(lookUp('8.8.8.8')).toEqual({ country: 'US', torExit: false, datacenter: true });
    expect(lookUp('2001:4860:4860::8888')).toMatchObject({ datacenter: true });
  });

  it.each(['127.0.0.1', '10.1.2.3', '192.168.0.9', '::1', 'fd00::1', 'unknown'])(
    'nothing of %s',
    (address) => {
      const sources = { countryOf: () => 'NL', torExits: null, datacenters: null };
      expect(createAddressLookup(sources)(address)).toBeNull();
    },
  );

  it('a list with a line that is no address is refused', () => {
    expect(() => parseAddressList('8.8.8.8\nnonsense')).toThrow('line 2');
  });
});
