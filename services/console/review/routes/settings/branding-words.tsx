import type { BrandingTextKey } from '../../../../../shared/domain/organization/branding-texts';
import { useState } from 'react';
import { SelectField } from '../../parts/select-field';
import { TextField } from '../../parts/text-field';
import { useWords } from '../../parts/words';
import { everyOne } from '../../terms/every-one';
import type { Settings } from './use-organization';

/** Texts of the capture page that an organisation may word itself. */
const keys = everyOne<BrandingTextKey>()([
  'expect.title',
  'expect.text',
  'consent.intro',
  'end.title',
  'end.text',
  'help.text',
]);
/** Languages of the capture page. */
const pageLanguages = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'nl',
  'pl',
  'pt',
  'tr',
  'uk',
  'ar',
  'he',
] as const;

export type BrandingTexts = Settings['branding']['texts'];
type Own = Readonly<Record<string, string>>;

interface BrandingWordsProps {
  readonly texts: BrandingTexts;
  /** With those of the language that is shown. */
  readonly onChange: (texts: BrandingTexts, own: Own) => void;
}

/** Sentences in each language; what is left empty stays the page's own. */
export function BrandingWords({ texts, onChange }: BrandingWordsProps) {
  const { t, language: shownIn } = useWords();
  const [language, setLanguage] = useState('en');
  const names = new Intl.DisplayNames(shownIn, { type: 'language' });
  const languages = [...new Set([...pageLanguages, ...Object.keys(texts)])];
  const own: Own = texts[language] ?? {};
  const put = (key: string, text: string): void => {
    const entries = Object.entries({ ...own, [key]: text }).filter(([, value]) => value !== '');
    const others = Object.entries(texts).filter(([tag]) => tag !== language);
    const changed = Object.fromEntries(entries);
    const all = entries.length === 0 ? others : [...others, [language, changed] as const];
    onChange(Object.fromEntries(all), changed);
  };
  return (
    <details className="more">
      <summary>{t('settings.words')}</summary>
      <div className="stack">
        <SelectField
          label={t('settings.words.language')}
          value={language}
          options={languages.map((value) => ({ value, label: names.of(value) ?? value }))}
          onChange={(chosen) => {
            setLanguage(chosen);
            onChange(texts, texts[chosen] ?? {});
          }}
        />
        {keys.map((key) => (
          <TextField
            key={key}
            label={t(`settings.words.${key}`)}
            name={`settings.branding.texts.${language}.${key}`}
            value={own[key] ?? ''}
            rows={key.endsWith('title') ? 1 : 2}
            onChange={(text) => put(key, text)}
          />
        ))}
      </div>
    </details>
  );
}
