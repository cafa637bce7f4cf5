import type { LanguageTexts } from '../page-assets';
import type { Translate } from '../texts';
import { Icon } from './icons';

interface PickerShape {
  readonly t: Translate;
  readonly language: string;
  readonly languages: readonly LanguageTexts[];
  readonly onLanguage: (tag: string) => void;
}

/** The browser's own list: it works by keyboard, screen reader and thumb. Each language by its own name. */
export function LanguagePicker({ t, language, languages, onLanguage }: PickerShape) {
  if (languages.length < 2) return null;
  return (
    <label class="languages">
      <Icon name="globe" />
      <span class="unseen">{t('frame.language')}</span>
      <select value={language} onChange={(event) => onLanguage(event.currentTarget.value)}>
        {languages.map(({ tag }) => (
          <option key={tag} value={tag} lang={tag}>
            {ownName(tag)}
          </option>
        ))}
      </select>
    </label>
  );
}

function ownName(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}
