/**
 * The sentences of the person's page that an organisation may word itself, by their keys in the page's texts
 * (`services/console/capture/texts`). What errors mean and what is recorded stays in our words.
 */
export const brandingTextKeys = [
  'expect.title',
  'expect.text',
  'consent.intro',
  'end.title',
  'end.text',
  'help.text',
] as const;
export type BrandingTextKey = (typeof brandingTextKeys)[number];

export const longestBrandingText = 500;
export const mostBrandingLanguages = 30;

/** By language tag (BCP 47, canonical), then by key. Plain text: the page shows it as it is. */
export type BrandingTexts = Readonly<
  Record<string, Readonly<Partial<Record<BrandingTextKey, string>>>>
>;

/** The tag as it is kept; null for what is none. */
export function canonicalTag(written: string): string | null {
  try {
    return Intl.getCanonicalLocales(written)[0] ?? null;
  } catch {
    return null;
  }
}

/** Neither an element nor an entity: nobody writes what they believe will be markup. */
export function isPlainText(text: string): boolean {
  // Line breaks are the one control character that a sentence may have.
  return !/[<>]|&#?\w+;|(?!\n)\p{Cc}/u.test(text);
}
