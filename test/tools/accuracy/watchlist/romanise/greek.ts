type GreekTable = readonly (readonly [RegExp, string])[];

const letters = 'α:a γ:g δ:d ε:e ζ:z θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t ψ:ps ω:o';
const one = letters.split(' ').map((pair): readonly [RegExp, string] => {
  const [letter = '', latin = ''] = pair.split(':');
  return [new RegExp(letter, 'g'), latin];
});

/** ELOT 743 (ISO 843 type 2), as passports have it. */
const elot743: GreekTable = [
  [/ου/g, 'ou'],
  [/([αεη])υ(?=[θκξπσςτφχψ]|$)/g, '$1f'],
  [/([αεη])υ/g, '$1v'],
  [/γγ/g, 'ng'],
  [/^μπ/g, 'b'],
  [/η/g, 'i'],
  [/β/g, 'v'],
  [/φ/g, 'f'],
  [/χ/g, 'ch'],
  [/υ/g, 'y'],
  ...one,
];
/** ALA-LC, its macrons left out. */
const alaLc: GreekTable = [
  [/γγ/g, 'ng'],
  [/γκ/g, 'nk'],
  [/^μπ/g, 'b'],
  [/^ντ/g, 'd'],
  [/η/g, 'e'],
  [/β/g, 'v'],
  [/φ/g, 'ph'],
  [/χ/g, 'ch'],
  [/(?<=[αεο])υ/g, 'u'],
  [/υ/g, 'y'],
  ...one,
];
/** BGN/PCGN 1962. */
const bgnPcgn: GreekTable = [
  [/ου/g, 'ou'],
  [/([αεη])υ(?=[θκξπσςτφχψ]|$)/g, '$1f'],
  [/([αεη])υ/g, '$1v'],
  [/γγ/g, 'ng'],
  [/γκ/g, 'g'],
  [/μπ/g, 'b'],
  [/ντ/g, 'd'],
  [/η/g, 'i'],
  [/β/g, 'v'],
  [/φ/g, 'f'],
  [/χ/g, 'kh'],
  [/δ/g, 'dh'],
  [/υ/g, 'i'],
  ...one,
];

export const greekTables = { 'ELOT 743': elot743, 'ALA-LC': alaLc, 'BGN/PCGN': bgnPcgn } as const;

export function romaniseGreek(name: string, table: GreekTable): string {
  const plain = name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return table.reduce((text, [from, to]) => text.replace(from, to), plain);
}
