const units = [
  { unit: 'day', ms: 86_400_000, from: 2 },
  { unit: 'hour', ms: 3_600_000, from: 1 },
  { unit: 'minute', ms: 60_000, from: 1 },
] as const;

/** How long something took or waits, in the unit that fits: "4.2 min". */
export function durationText(ms: number, language: string): string {
  const { unit, ms: unitMs } = units.find((one) => ms >= one.ms * one.from) ?? {
    unit: 'second',
    ms: 1_000,
  };
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(ms / unitMs);
}

/** A share of a whole as a percentage; a dash where there is no whole. */
export function shareText(part: number, whole: number, language: string): string {
  if (whole === 0) return '–';
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(
    part / whole,
  );
}
