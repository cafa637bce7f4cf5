import type camera from './texts/en/camera.json';
import type frame from './texts/en/frame.json';
import type liveness from './texts/en/liveness.json';
import type steps from './texts/en/steps.json';
import type trouble from './texts/en/trouble.json';

/** One sentence of the page's; English has them all, and the build refuses a language that lacks one. */
export type TextKey = keyof (typeof frame &
  typeof steps &
  typeof camera &
  typeof liveness &
  typeof trouble);

/** A sentence, or its forms by `Intl.PluralRules` for the value `count`. */
export type Text = string | Readonly<Record<string, string>>;
export type Texts = Readonly<Record<string, Text>>;
export type TextValues = Readonly<Record<string, string | number>>;

export type Translate = (key: TextKey, values?: TextValues) => string;

/** Looks sentences up in one language; a key that its file lacks shows itself, which the build prevents. */
export function createTranslate(language: string, texts: Texts): Translate {
  const plural = new Intl.PluralRules(language);
  const written = directionOf(language) === 'rtl' ? isolated : String;
  const somebody = texts['frame.somebody'];
  // A company's own name is written as the company writes it; "the company that sent you here" may begin a
  // sentence.
  const beginning = (value: string): string =>
    value === somebody ? value.charAt(0).toLocaleUpperCase(language) + value.slice(1) : value;
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
