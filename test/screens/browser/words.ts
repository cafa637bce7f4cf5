import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergeTexts } from '../../../services/console/build/check-texts';

const folder = join(__dirname, '../../../services/console/capture/texts');

/** The page's own words of a language, so that tests find what a person reads and none breaks with a wording. */
export function wordsOf(tag: string) {
  const files = readdirSync(join(folder, tag)).map((name) => ({
    name,
    content: readFileSync(join(folder, tag, name), 'utf8'),
  }));
  const { entries } = mergeTexts(tag, files);
  return (key: string, values: Readonly<Record<string, string | number>> = {}): string => {
    const text = entries.get(key);
    if (text === undefined) throw new Error(`${tag} has no text ${key}`);
    const count = Number(values['count'] ?? 0);
    const form = new Intl.PluralRules(tag).select(count);
    const sentence = typeof text === 'string' ? text : (text[form] ?? text.other ?? '');
    return sentence.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => String(values[name]));
  };
}

export const say = wordsOf('en');
