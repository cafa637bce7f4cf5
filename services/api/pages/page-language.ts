import type { CaptureManifest, PageLanguage } from '../../../shared/page/manifest';

/**
 * The first language there is of those asked for: by the address, by the integrator, then by the browser.
 * `de-AT` is answered in `de`.
 *
 * @param accepted the best of some tags by the browser's own list
 */
export function pageLanguage(
  languages: CaptureManifest['languages'],
  asked: readonly (string | null | undefined)[],
  accepted: (tags: readonly string[]) => string | false,
): PageLanguage {
  const [fallback] = languages;
  const named = (tag: string | undefined): PageLanguage | undefined =>
    languages.find((language) => language.tag === tag);
  for (const tag of asked) {
    const found = named(tag?.split('-')[0]?.toLowerCase());
    if (found !== undefined) return found;
  }
  const best = accepted(languages.map(({ tag }) => tag));
  return (best === false ? undefined : named(best)) ?? fallback;
}
