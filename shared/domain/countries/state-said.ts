import { foldName, foldNamePlainly } from '../names/fold-name';
import { alpha3, isKnownState, statesWithAlpha2 } from './states';

/** Languages whose names for states are understood; Node brings them (CLDR). */
const languages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl'] as const;

/** Names besides CLDR's: short, older and official ones. */
const otherNames = `
  GBR:UK GBR:GREAT BRITAIN GBR:BRITAIN GBR:ENGLAND GBR:SCOTLAND GBR:WALES GBR:NORTHERN IRELAND
  GBR:UNITED KINGDOM OF GREAT BRITAIN AND NORTHERN IRELAND USA:UNITED STATES OF AMERICA USA:AMERICA
  RUS:RUSSIAN FEDERATION KOR:KOREA KOR:REPUBLIC OF KOREA PRK:NORTH KOREA CZE:CZECH REPUBLIC TUR:TURKEY
  NLD:HOLLAND NLD:THE NETHERLANDS CIV:IVORY COAST MKD:MACEDONIA SWZ:SWAZILAND MMR:BURMA CPV:CAPE VERDE
  TLS:EAST TIMOR VAT:VATICAN VAT:HOLY SEE HKG:HONG KONG MAC:MACAO MAC:MACAU PSE:PALESTINE IRN:IRAN
  CHN:PEOPLES REPUBLIC OF CHINA TWN:REPUBLIC OF CHINA VNM:VIET NAM LAO:LAOS SYR:SYRIA BOL:BOLIVIA
  VEN:VENEZUELA TZA:TANZANIA MDA:MOLDOVA COD:DR CONGO COG:CONGO ARE:UAE BIH:BOSNIA`;

/** As nationalities are typed. */
const demonyms = `
  AFG:AFGHAN ALB:ALBANIAN DZA:ALGERIAN ARG:ARGENTINE ARG:ARGENTINIAN ARM:ARMENIAN AUS:AUSTRALIAN
  AUT:AUSTRIAN AZE:AZERBAIJANI BGD:BANGLADESHI BLR:BELARUSIAN BEL:BELGIAN BRA:BRAZILIAN GBR:BRITISH
  BGR:BULGARIAN CAN:CANADIAN CHL:CHILEAN CHN:CHINESE COL:COLOMBIAN HRV:CROATIAN CUB:CUBAN CYP:CYPRIOT
  CZE:CZECH DNK:DANISH NLD:DUTCH ECU:ECUADORIAN EGY:EGYPTIAN EST:ESTONIAN ETH:ETHIOPIAN PHL:FILIPINO
  FIN:FINNISH FRA:FRENCH GEO:GEORGIAN DEU:GERMAN GHA:GHANAIAN GRC:GREEK HUN:HUNGARIAN ISL:ICELANDIC
  IND:INDIAN IDN:INDONESIAN IRN:IRANIAN IRQ:IRAQI IRL:IRISH ISR:ISRAELI ITA:ITALIAN JAM:JAMAICAN
  JPN:JAPANESE JOR:JORDANIAN KAZ:KAZAKH KEN:KENYAN KOR:KOREAN KOR:SOUTH KOREAN LVA:LATVIAN LBN:LEBANESE
  LTU:LITHUANIAN MYS:MALAYSIAN MLT:MALTESE MEX:MEXICAN MDA:MOLDOVAN MAR:MOROCCAN NPL:NEPALESE NPL:NEPALI
  NZL:NEW ZEALANDER NGA:NIGERIAN NOR:NORWEGIAN PAK:PAKISTANI PER:PERUVIAN POL:POLISH PRT:PORTUGUESE
  ROU:ROMANIAN RUS:RUSSIAN SAU:SAUDI SAU:SAUDI ARABIAN SEN:SENEGALESE SRB:SERBIAN SGP:SINGAPOREAN
  SVK:SLOVAK SVN:SLOVENIAN SVN:SLOVENE ZAF:SOUTH AFRICAN ESP:SPANISH LKA:SRI LANKAN SWE:SWEDISH
  CHE:SWISS SYR:SYRIAN TWN:TAIWANESE THA:THAI TUN:TUNISIAN TUR:TURKISH UGA:UGANDAN UKR:UKRAINIAN
  USA:AMERICAN URY:URUGUAYAN UZB:UZBEK VEN:VENEZUELAN VNM:VIETNAMESE ZWE:ZIMBABWEAN`;

/**
 * The state that somebody meant, as ISO alpha-3 or a code of a zone: by either code, by its name in one of
 * eight languages, or by an English word for its people. Null where no reader understands it.
 */
export function stateSaid(text: string): string | null {
  const code = alpha3(text);
  if (isKnownState(code)) return code;
  const names = statesByName();
  const found = [foldName(text), foldNamePlainly(text)]
    .map((name) => names.get(name.replace(/^THE /, '')))
    .find((state) => state !== undefined);
  return found ?? null;
}

let known: ReadonlyMap<string, string> | undefined;

/** Made when it is first asked for: 2,000 names that many processes never need. */
function statesByName(): ReadonlyMap<string, string> {
  if (known !== undefined) return known;
  const names = new Map<string, string>();
  for (const language of languages) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const [alpha2, state] of statesWithAlpha2()) {
      const name = display.of(alpha2);
      if (name === undefined) continue;
      for (const folded of [foldName(name), foldNamePlainly(name)]) {
        // The first language that has a name owns it.
        if (!names.has(folded)) names.set(folded, state);
      }
    }
  }
  const more = `${otherNames} ${demonyms}`.matchAll(/([A-Z]{3}):([A-Z ]+?)(?=\s+[A-Z]{3}:|\s*$)/g);
  for (const [, state = '', name = ''] of more) names.set(name.trim().replace(/^THE /, ''), state);
  known = names;
  return names;
}
