/** A sentence, or its forms by `Intl.PluralRules` for the value `count`. */
export type Text = string | Readonly<Record<string, string>>;
export type Texts = Readonly<Record<string, Text>>;
export type TextValues = Readonly<Record<string, string | number>>;

export type TranslateBy<Key extends string> = (key: Key, values?: TextValues) => string;

/**
 * Looks sentences up in one language; a key that its file lacks shows itself, which the build prevents.
 *
 * @param beginning how a value is written that begins a sentence
 */
export function createTranslateBy<Key extends string>(
  language: string,
  texts: Texts,
  beginning: (value: string) => string = (value) => value,
): TranslateBy<Key> {
  const plural = new Intl.PluralRules(language);
  const written = directionOf(language) === 'rtl' ? isolated : String;
  const fill = (text: string, values: TextValues): string =>
    text.replace(/(^|[.!?:]\s+)?\{(\w+)\}/g, (whole, begins: string | undefined, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (value === undefined) return whole;
      if (begins === undefined || typeof value === 'number') return (begins ?? '') + written(value);
      return begins + written(beginning(value));
    });
  return (key, values = {}) => {
    const text = Object.hasOwn(texts, key) ? texts[key] : undefined;
    if (text === undefined) return key;
    if (typeof text === 'string') return fill(text, values);
    const form = plural.select(Number(values['count'] ?? 0));
    return fill(text[form] ?? text['other'] ?? key, values);
  };
}

/**
 * Keeps a Latin name or number whole within a sentence that runs the other way: without it the full stop of
 * "Nordbank Inc." jumps to its front (first strong isolate, UAX #9 §2.4).
 */
function isolated(value: string | number): string {
  return typeof value === 'number' ? String(value) : `\u2068${value}\u2069`;
}

const rightToLeft = new Set(['ar', 'he', 'fa', 'ur', 'ps', 'yi', 'dv', 'ku']);

export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}
