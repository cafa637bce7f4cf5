const letters: Readonly<Record<string, string>> = {
  Α: 'A',
  Β: 'V',
  Γ: 'G',
  Δ: 'D',
  Ε: 'E',
  Ζ: 'Z',
  Η: 'I',
  Θ: 'TH',
  Ι: 'I',
  Κ: 'K',
  Λ: 'L',
  Μ: 'M',
  Ν: 'N',
  Ξ: 'X',
  Ο: 'O',
  Π: 'P',
  Ρ: 'R',
  Σ: 'S',
  Τ: 'T',
  Υ: 'Y',
  Φ: 'F',
  Χ: 'CH',
  Ψ: 'PS',
  Ω: 'O',
};

/** ELOT 743 (UN resolution V/19), second type, as Greek and Cypriot passports are written; §6 has no Greek. */
export function greekWriting(capitals: string): string {
  const apart = capitals
    .normalize('NFD')
    // A diaeresis, or an accent on the first of the two, parts a diphthong.
    .replaceAll(/Υ\u0301?\u0308\u0301?/g, 'Y')
    .replaceAll(/([ΑΕΗΟ])\u0301Υ/g, '$1Y')
    .replaceAll(/[\u0300-\u036f]/g, '');
  const joined = apart
    .replaceAll('ΟΥ', 'OU')
    .replaceAll(/([ΑΕΗ])Υ(?=[ΑΕΗΙΟΥΩΒΓΔΖΛΜΝΡO])/g, '$1V')
    .replaceAll(/([ΑΕΗ])Υ/g, '$1F')
    .replaceAll('ΓΓ', 'NG')
    .replaceAll('ΓΞ', 'NX')
    .replaceAll('ΓΧ', 'NCH')
    .replaceAll(/(?<!\p{L})ΜΠ|ΜΠ(?!\p{L})/gu, 'B');
  return Array.from(joined, (letter) => letters[letter] ?? letter).join('');
}
