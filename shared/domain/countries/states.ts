import isoCodes from 'i18n-iso-countries/codes.json';

/**
 * Codes that only machine-readable zones carry (ICAO 9303-3 §5, parts A and B), by the state they stand
 * for; Kosovo's documents carry RKS, others say KS, XXK or ISO's user-assigned XKX and XK.
 */
const mrzOnly: Readonly<Record<string, string>> = {
  D: 'DEU',
  GBD: 'GBR',
  GBN: 'GBR',
  GBO: 'GBR',
  GBP: 'GBR',
  GBS: 'GBR',
  RKS: 'XKX',
  KS: 'XKX',
  XXK: 'XKX',
};

/** Organisations and statuses without a state (9303-3 §5, parts B–E): UN, EU, stateless, refugee … */
const stateless = new Set(
  'UNO UNA UNK EUE XOM XPO XXA XXB XXC XXX XBA XIM XCC XCO XEC XMP XES XCE XDC'.split(' '),
);

/** ISO 3166-1; Kosovo by its usual user-assigned codes, of which the package has another. */
const alpha3ByAlpha2: ReadonlyMap<string, string> = new Map([
  ...isoCodes.flatMap(([two, three]): [string, string][] =>
    two === undefined || three === undefined ? [] : [[two, three]],
  ),
  ['XK', 'XKX'],
]);
const alpha3Codes = new Set(alpha3ByAlpha2.values());
const alpha2ByAlpha3 = new Map(Array.from(alpha3ByAlpha2, ([two, three]) => [three, two]));

/** ISO 3166-1 alpha-2, and `XK`: what a country is named by wherever somebody states one. */
export function isCountryCode(text: string): boolean {
  return alpha3ByAlpha2.has(text);
}

/** Whether a code may stand in a machine-readable zone as issuer or nationality. */
export function isKnownState(code: string): boolean {
  return alpha3Codes.has(code) || Object.hasOwn(mrzOnly, code) || stateless.has(code);
}

/** Utopia, which issues ICAO's specimens (9303-4): no state that a check knows. */
export const specimenState = 'UTO';

/** Every spelling that `alpha3` gives a known state. */
export function knownStates(): readonly string[] {
  return [...alpha3Codes, ...stateless];
}

/** One spelling for a state, whether it came from a zone or a configuration: ISO alpha-3. */
export function alpha3(code: string): string {
  const upper = code.trim().toUpperCase();
  return mrzOnly[upper] ?? alpha3ByAlpha2.get(upper) ?? upper;
}

/** The languages that documents print a state's name in, in Latin letters. */
const languages =
  'en fr de es pt it nl sv da nb fi pl cs sk sl hr hu ro et lv lt tr id sq mt ga ca'.split(' ');

/** How a state (alpha-3) may be named in print; empty for an organisation. */
export function namesOfState(state: string): readonly string[] {
  const region = alpha2ByAlpha3.get(state);
  if (region === undefined) return [];
  const names = languages
    .map((language) => new Intl.DisplayNames([language], { type: 'region' }).of(region))
    .filter((name) => name !== undefined);
  return Array.from(new Set(names.filter((name) => name !== region)));
}

/** Every state by its alpha-2, for whoever looks up what it is called. */
export function statesWithAlpha2(): Iterable<readonly [alpha2: string, alpha3: string]> {
  return alpha3ByAlpha2;
}
