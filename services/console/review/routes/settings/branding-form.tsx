import { useState } from 'react';
import { refusalAt, textIn } from '../../parts/form';
import { TextField } from '../../parts/text-field';
import { useText } from '../../parts/words';
import { ownLook, type Look } from './look';
import { BrandingWords, type BrandingTexts } from './branding-words';
import { ColourField } from './colour-field';
import { SettingsGroup } from './settings-group';
import { useSave, type Settings } from './use-organization';
import { wholeNumber } from './whole-number';

type Branding = Settings['branding'];
const radiusField = 'settings.branding.radius';

interface BrandingFormProps {
  readonly branding: Branding;
  readonly look: Look;
  readonly onLook: (look: Look) => void;
}

export function BrandingForm({ branding, look, onLook }: BrandingFormProps) {
  const t = useText();
  const { save, problem, isPending } = useSave();
  const [texts, setTexts] = useState<BrandingTexts>(branding.texts);
  const [fault, setFault] = useState<unknown>(null);
  const show = (part: Partial<Look>): void => onLook({ ...look, ...part });
  const submit = (form: FormData): void => {
    const given = (name: string): string | null =>
      textIn(form, `settings.branding.${name}`) || null;
    const typed = given('radius');
    const radius = typed === null ? null : wholeNumber(typed);
    if (typed !== null && radius === null) {
      setFault(refusalAt(radiusField, t('settings.number.invalid')));
      return;
    }
    setFault(null);
    save({
      branding: {
        display_name: given('display_name'),
        brand_color: given('brand_color'),
        radius,
        support_url: given('support_url'),
        privacy_url: given('privacy_url'),
        texts: Object.keys(texts).length === 0 ? null : texts,
      },
    });
  };
  return (
    <SettingsGroup
      title={t('settings.branding')}
      text={t('settings.branding.text')}
      problem={fault ?? problem}
      isPending={isPending}
      onSubmit={submit}
    >
      <TextField
        label={t('settings.display_name')}
        hint={t('settings.display_name.hint')}
        name="settings.branding.display_name"
        value={look.displayName}
        onChange={(displayName) => show({ displayName })}
      />
      <ColourField
        label={t('settings.brand_color')}
        name="settings.branding.brand_color"
        value={look.colour}
        standard={ownLook.colour}
        onChange={(colour) => show({ colour })}
      />
      <TextField
        label={t('settings.radius')}
        hint={t('settings.radius.hint')}
        name={radiusField}
        inputMode="numeric"
        defaultValue={branding.radius === null ? '' : String(branding.radius)}
        onChange={(typed) => show({ radiusPx: wholeNumber(typed) ?? ownLook.radiusPx })}
      />
      <TextField
        label={t('settings.support_url')}
        name="settings.branding.support_url"
        defaultValue={branding.support_url ?? ''}
        placeholder="https://shop.example/help"
        onChange={(typed) => show({ hasSupport: typed !== '' })}
      />
      <TextField
        label={t('settings.privacy_url')}
        name="settings.branding.privacy_url"
        defaultValue={branding.privacy_url ?? ''}
        placeholder="https://shop.example/privacy"
        onChange={(typed) => show({ hasPrivacy: typed !== '' })}
      />
      <BrandingWords
        texts={texts}
        onChange={(changed, own) => {
          setTexts(changed);
          show({ title: own['expect.title'] ?? '', text: own['expect.text'] ?? '' });
        }}
      />
    </SettingsGroup>
  );
}
