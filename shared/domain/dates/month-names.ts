import { foldNamePlainly } from '../names/fold-name';

/**
 * How months begin, folded to A–Z: English, French, German, Spanish, Portuguese, Italian, Dutch,
 * the Nordic and Baltic languages, Polish, Czech, Slovak, Croatian, Slovene, Romanian, Hungarian, Turkish,
 * Indonesian. A beginning that two months share in two languages (LIS, LIP, SRP) stands under both.
 */
const beginnings: readonly (readonly string[])[] = [
  ['JAN', 'JANV', 'ENE', 'GEN', 'GENN', 'STY', 'LED', 'SIJ', 'IAN', 'OCA', 'TAM', 'SAU', 'JAAN'],
  ['FEB', 'FEV', 'FEVR', 'FEBR', 'LUT', 'UNO', 'VEL', 'SUB', 'HEL', 'VAS', 'VEEB'],
  ['MAR', 'MARS', 'MARZ', 'MAERZ', 'MRZ', 'MRT', 'MAART', 'BRE', 'OZU', 'KOV', 'MAA'],
  ['APR', 'AVR', 'AVRIL', 'ABR', 'KWI', 'DUB', 'TRA', 'NIS', 'HUH', 'BAL'],
  ['MAY', 'MAI', 'MAJ', 'MEI', 'MAG', 'MAIO', 'KVE', 'SVI', 'TOU', 'GEG', 'MEY'],
  ['JUN', 'JUIN', 'GIU', 'CZE', 'CER', 'LIP', 'IUN', 'HAZ', 'KES', 'BIR', 'JUUN'],
  ['JUL', 'JUIL', 'LUG', 'LIP', 'CVC', 'SRP', 'IUL', 'TEM', 'HEI', 'LIE', 'JUUL', 'JUILLET'],
  ['AUG', 'AOU', 'AOUT', 'AGO', 'SIE', 'SRP', 'KOL', 'AGU', 'ELO', 'RGP', 'RUGP'],
  ['SEP', 'SEPT', 'SET', 'WRZ', 'ZAR', 'RUJ', 'EYL', 'SYY', 'RGS', 'RUGS', 'SZEPT'],
  ['OCT', 'OKT', 'OUT', 'OTT', 'PAZ', 'RIJ', 'LIS', 'LOK', 'SPA', 'EKI'],
  ['NOV', 'LIS', 'STU', 'NOE', 'KAS', 'MARR', 'MARRAS', 'LAP', 'NOI'],
  ['DEC', 'DEZ', 'DIC', 'DIS', 'GRU', 'PRO', 'ARA', 'JOU', 'DES', 'DET', 'GRD', 'DECE'],
];
/** Shorter ones are no word of a date. */
const shortest = 3;

/** The months, 1–12, that a word may name, in whatever case and with its marks; none when it names no month. */
export function monthsNamed(name: string): readonly number[] {
  const word = foldNamePlainly(name);
  if (word.length < shortest) return [];
  return beginnings.flatMap((words, index) =>
    words.some((beginning) =>
      beginning.length === shortest ? word.startsWith(beginning) : word === beginning,
    )
      ? [index + 1]
      : [],
  );
}
