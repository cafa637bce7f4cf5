import { useMemo } from 'react';
import { countryCodes } from '../../shared/country-codes';
import type { Option } from '../parts/select-field';
import { useWords } from '../parts/words';

/** Countries by their names in the console's language. */
export function useCountries(): {
  readonly nameOf: (code: string) => string;
  /** By name. */
  readonly options: readonly Option[];
} {
  const { language } = useWords();
  return useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' });
    // What is no code at all is refused by `of`; it is shown as it is.
    const nameOf = (code: string): string =>
      (/^[A-Z]{2}$/.test(code) ? names.of(code) : null) ?? code;
    const options = countryCodes
      .map((value) => ({ value, label: nameOf(value) }))
      .sort((left, right) => left.label.localeCompare(right.label, language));
    return { nameOf, options };
  }, [language]);
}
