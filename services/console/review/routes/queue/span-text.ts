const steps = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const;

/** A length of time in its largest whole unit: "3 hours". */
export function spanText(seconds: number, language: string): string {
  const { unit, seconds: length } = steps.find((step) => seconds >= step.seconds) ?? {
    unit: 'second',
    seconds: 1,
  };
  const count = Math.floor(seconds / length);
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    count,
  );
}
