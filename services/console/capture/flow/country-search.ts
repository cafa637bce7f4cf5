export interface NamedCountry {
  readonly code: string;
  readonly name: string;
}

/** Every country by its name in a language, in that language's order. */
export function namedCountries(
  codes: readonly string[],
  language: string,
): readonly NamedCountry[] {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const order = new Intl.Collator(language);
  return codes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((one, other) => order.compare(one.name, other.name));
}

/** Those whose name, a word of it or code begins with what was typed: the code itself first, then names, then words. */
export function findCountries(
  countries: readonly NamedCountry[],
  typed: string,
): readonly NamedCountry[] {
  const wanted = fold(typed);
  if (wanted === '') return countries;
  const [first, later]: [NamedCountry[], NamedCountry[]] = [[], []];
  for (const country of countries) {
    const name = fold(country.name);
    if (country.code.toLowerCase() === wanted) first.unshift(country);
    else if (name.startsWith(wanted)) first.push(country);
    else if (name.split(/[\s'’(-]+/).some((word) => word.startsWith(wanted))) later.push(country);
    else if (name.includes(` ${wanted}`)) later.push(country);
  }
  return [...first, ...later];
}

/** Small letters without their marks: nobody types "Türkiye" or "Côte" on a foreign keyboard. */
function fold(text: string): string {
  return text.trim().normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Where the browser's own languages say that its person lives; null where they name no region. */
export function regionOf(languages: readonly string[], codes: readonly string[]): string | null {
  for (const tag of languages) {
    const region = localeOf(tag)?.region;
    if (region !== undefined && codes.includes(region)) return region;
  }
  return null;
}

function localeOf(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag);
  } catch {
    return null;
  }
}
