import anyAscii from 'any-ascii';

/** First letters of month names in English, German, French, Spanish, Italian, Dutch, Portuguese, Polish. */
const monthNames: readonly RegExp[] = [
  /^(jan|gen|ene|sty)/,
  /^(feb|fev|lut)/,
  /^(mar(?!z?ec)|maer|mrt|mrz|marz)/,
  /^(apr|avr|abr|kwi)/,
  /^(may|mai|mei|mag|maj)/,
  /^(jun|juin|giu|cze)/,
  /^(jul|juil|lug|lip)/,
  /^(aug|aou|ago|sie)/,
  /^(sep|set|wrz)/,
  /^(oct|okt|ott|out|paz)/,
  /^(nov|lis)/,
  /^(dec|dez|dic|gru)/,
];

/** 1–12; 0 when the word names no month. */
export function monthNumber(name: string): number {
  const letters = anyAscii(name).toLowerCase();
  return monthNames.findIndex((pattern) => pattern.test(letters)) + 1;
}
