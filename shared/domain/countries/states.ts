/** ISO 3166-1, alpha-2 and alpha-3; Kosovo by its usual user-assigned codes. */
const isoCodes = `
AF:AFG AX:ALA AL:ALB DZ:DZA AS:ASM AD:AND AO:AGO AI:AIA AQ:ATA AG:ATG AR:ARG AM:ARM
AW:ABW AU:AUS AT:AUT AZ:AZE BS:BHS BH:BHR BD:BGD BB:BRB BY:BLR BE:BEL BZ:BLZ BJ:BEN
BM:BMU BT:BTN BO:BOL BQ:BES BA:BIH BW:BWA BV:BVT BR:BRA IO:IOT BN:BRN BG:BGR BF:BFA
BI:BDI CV:CPV KH:KHM CM:CMR CA:CAN KY:CYM CF:CAF TD:TCD CL:CHL CN:CHN CX:CXR CC:CCK
CO:COL KM:COM CG:COG CD:COD CK:COK CR:CRI CI:CIV HR:HRV CU:CUB CW:CUW CY:CYP CZ:CZE
DK:DNK DJ:DJI DM:DMA DO:DOM EC:ECU EG:EGY SV:SLV GQ:GNQ ER:ERI EE:EST SZ:SWZ ET:ETH
FK:FLK FO:FRO FJ:FJI FI:FIN FR:FRA GF:GUF PF:PYF TF:ATF GA:GAB GM:GMB GE:GEO DE:DEU
GH:GHA GI:GIB GR:GRC GL:GRL GD:GRD GP:GLP GU:GUM GT:GTM GG:GGY GN:GIN GW:GNB GY:GUY
HT:HTI HM:HMD VA:VAT HN:HND HK:HKG HU:HUN IS:ISL IN:IND ID:IDN IR:IRN IQ:IRQ IE:IRL
IM:IMN IL:ISR IT:ITA JM:JAM JP:JPN JE:JEY JO:JOR KZ:KAZ KE:KEN KI:KIR KP:PRK KR:KOR
KW:KWT KG:KGZ LA:LAO LV:LVA LB:LBN LS:LSO LR:LBR LY:LBY LI:LIE LT:LTU LU:LUX MO:MAC
MG:MDG MW:MWI MY:MYS MV:MDV ML:MLI MT:MLT MH:MHL MQ:MTQ MR:MRT MU:MUS YT:MYT MX:MEX
FM:FSM MD:MDA MC:MCO MN:MNG ME:MNE MS:MSR MA:MAR MZ:MOZ MM:MMR NA:NAM NR:NRU NP:NPL
NL:NLD NC:NCL NZ:NZL NI:NIC NE:NER NG:NGA NU:NIU NF:NFK MK:MKD MP:MNP NO:NOR OM:OMN
PK:PAK PW:PLW PS:PSE PA:PAN PG:PNG PY:PRY PE:PER PH:PHL PN:PCN PL:POL PT:PRT PR:PRI
QA:QAT RE:REU RO:ROU RU:RUS RW:RWA BL:BLM SH:SHN KN:KNA LC:LCA MF:MAF PM:SPM VC:VCT
WS:WSM SM:SMR ST:STP SA:SAU SN:SEN RS:SRB SC:SYC SL:SLE SG:SGP SX:SXM SK:SVK SI:SVN
SB:SLB SO:SOM ZA:ZAF GS:SGS SS:SSD ES:ESP LK:LKA SD:SDN SR:SUR SJ:SJM SE:SWE CH:CHE
SY:SYR TW:TWN TJ:TJK TZ:TZA TH:THA TL:TLS TG:TGO TK:TKL TO:TON TT:TTO TN:TUN TR:TUR
TM:TKM TC:TCA TV:TUV UG:UGA UA:UKR AE:ARE GB:GBR US:USA UM:UMI UY:URY UZ:UZB VU:VUT
VE:VEN VN:VNM VG:VGB VI:VIR WF:WLF EH:ESH YE:YEM ZM:ZMB ZW:ZWE XK:XKX
`;

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

const alpha3ByAlpha2 = new Map(
  isoCodes
    .trim()
    .split(/\s+/)
    .map((pair): [string, string] => [pair.slice(0, 2), pair.slice(3)]),
);
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
