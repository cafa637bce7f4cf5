import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergeTexts } from '../../../services/console/build/check-texts';
import type { TextValues } from '../../../services/console/shared/translate';
import { createTranslate, type TextKey } from '../../../services/console/review/texts';

const folder = join(__dirname, '../../../services/console/review/texts/en');

/** The console's own words, so that tests find what a person reads and none breaks with a wording. */
export function say(key: TextKey, values: TextValues = {}): string {
  return translate(key, values);
}

const files = readdirSync(folder).map((name) => ({
  name,
  content: readFileSync(join(folder, name), 'utf8'),
}));
const translate = createTranslate('en', Object.fromEntries(mergeTexts('en', files).entries));
