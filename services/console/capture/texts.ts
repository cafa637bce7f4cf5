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
  return (key, values = {}) => {
    const text = Object.hasOwn(texts, key) ? texts[key] : undefined;
    if (text === undefined) return key;
    if (typeof text === 'string') return fill(text, values, written);
    const form = plural.select(Number(values['count'] ?? 0));
    return fill(text[form] ?? text['other'] ?? key, values, written);
  };
}

function fill(
  text: string,
  values: TextValues,
  written: (value: string | number) => string,
): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? whole : written(value);
  });
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
