import type { BrandingTextKey } from '../../../shared/domain/organization/branding-texts';
import type { TextKey, Translate } from './texts';

type OwnTexts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Which sentences of the page an organisation's own take the place of. */
const places = {
  'expect.title': 'start.title',
  'expect.text': 'start.text',
  'consent.intro': 'consent.text',
  'end.title': 'end.done.title',
  'end.text': 'end.done.text',
  'help.text': 'frame.help.text',
} as const satisfies Record<BrandingTextKey, TextKey>;

/** The page's sentences, with those in between that the organisation has worded itself in that language. */
export function withOwnWords(t: Translate, language: string, texts: OwnTexts): Translate {
  const own = texts[language] ?? texts[language.split('-')[0] ?? ''];
  if (own === undefined) return t;
  const worded = new Map<TextKey, string>();
  for (const [key, place] of entriesOf(places)) {
    const text = own[key];
    if (text !== undefined && text !== '') worded.set(place, text);
  }
  return (key, values) => worded.get(key) ?? t(key, values);
}

function entriesOf<K extends string, V>(record: Readonly<Record<K, V>>): readonly [string, V][] {
  return Object.entries<V>(record);
}
