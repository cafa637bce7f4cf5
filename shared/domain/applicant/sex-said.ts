import { foldName, foldNamePlainly } from '../names/fold-name';

export type SexSaid = 'male' | 'female' | 'unspecified';

/** English, German, French, Spanish, Italian, Dutch, Portuguese, Polish, Turkish, Nordic, Russian. */
const words: Readonly<Record<SexSaid, ReadonlySet<string>>> = {
  // Spanish forms write M for mujer as well; the zone's own M (9303-3 §4.7) is what software means by it.
  male: set(`M MALE MAN BOY MR HOMME MASCULIN MASCULINO MASCULINE HOMBRE H MANN MAENNLICH MANNLICH HERR
    UOMO MASCHIO MASCHILE MANNELIJK HOMEM MEZCZYZNA MESKI ERKEK E MAND MIES MUZHSKOI MUZHCHINA MUZ`),
  female: set(`F FEMALE WOMAN GIRL MS MRS MISS FEMME FEMININ FEMENINO FEMININO FEMININE MUJER W FRAU
    WEIBLICH DONNA FEMMINA FEMMINILE VROUW VROUWELIJK V MULHER KOBIETA ZENSKI KADIN K KVINDE KVINNE
    KVINNA NAINEN ZHENSKII ZHENSHCHINA ZENA`),
  unspecified: set(`X UNSPECIFIED OTHER DIVERS DIVERSE D NONBINARY NONE UNKNOWN U NB O INTER
    INDETERMINATE OTRO AUTRE ANDERS ALTRO OUTRO`),
};
/** ISO/IEC 5218. */
const codes = new Map<string, SexSaid>([
  ['0', 'unspecified'],
  ['1', 'male'],
  ['2', 'female'],
  ['9', 'unspecified'],
]);
/** Of more than one word, each as `unspecified`. */
const phrases: readonly string[] = [
  'NON BINARY',
  'N A',
  'PREFER NOT TO SAY',
  'NOT SPECIFIED',
  'NOT APPLICABLE',
  'NOT KNOWN',
];

/** Null where no reader understands it; `unspecified` where it says that it says nothing. */
export function sexSaid(text: string): SexSaid | null {
  const code = codes.get(text.trim());
  if (code !== undefined) return code;
  const said = [foldName(text), foldNamePlainly(text)];
  for (const sex of ['male', 'female'] as const) {
    if (said.some((word) => words[sex].has(word))) return sex;
  }
  const isNothing = said.some((word) => words.unspecified.has(word) || phrases.includes(word));
  return isNothing || text.trim() === '<' ? 'unspecified' : null;
}

function set(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
