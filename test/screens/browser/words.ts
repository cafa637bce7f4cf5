import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergeTexts } from '../../../services/console/build/check-texts';
import { createTranslate, type TextKey } from '../../../services/console/capture/texts';
import type { TextValues } from '../../../services/console/shared/translate';

const folder = join(__dirname, '../../../services/console/capture/texts');

/** The page's own words of a language, so that tests find what a person reads and none breaks with a wording. */
export function wordsOf(tag: string) {
  const files = readdirSync(join(folder, tag)).map((name) => ({
    name,
    content: readFileSync(join(folder, tag, name), 'utf8'),
  }));
  const { entries } = mergeTexts(tag, files);
  const translate = createTranslate(tag, Object.fromEntries(entries));
  const isText = (key: string): key is TextKey => entries.has(key);
  return (key: string, values: TextValues = {}): string => {
    if (!isText(key)) throw new Error(`${tag} has no text ${key}`);
    return translate(key, values);
  };
}

export const say = wordsOf('en');
