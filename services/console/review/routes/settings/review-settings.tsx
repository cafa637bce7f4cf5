import { useState } from 'react';
import { Checkbox } from '../../parts/checkbox';
import { linesIn } from '../../parts/form';
import { SelectField } from '../../parts/select-field';
import { TextField } from '../../parts/text-field';
import { useText } from '../../parts/words';
import { useMe } from '../../session/me';
import { SettingsGroup } from './settings-group';
import { useSave, type Settings } from './use-organization';

const screenings = ['review', 'pass'] as const;

/** How cases are decided. */
export function ReviewSettings({ settings }: { readonly settings: Settings }) {
  const t = useText();
  const { environment } = useMe();
  const { save, ...saving } = useSave();
  const [isDual, setDual] = useState(settings.dual_review);
  const [isHidden, setHidden] = useState(settings.hide_first_opinion);
  const [isEscalated, setEscalated] = useState(settings.escalate_disagreement);
  const [screening, setScreening] = useState(settings.screening_without_lists);
  const isLive = environment === 'live';
  return (
    <SettingsGroup
      {...saving}
      title={t('settings.review')}
      onSubmit={(form) =>
        save({
          dual_review: isDual,
          hide_first_opinion: isHidden,
          escalate_disagreement: isEscalated,
          reject_reasons: linesIn(form, 'settings.reject_reasons'),
          // In the sandbox nobody is screened: it is set for live people alone.
          ...(isLive ? { screening_without_lists: screening } : {}),
        })
      }
    >
      <Checkbox isSelected={isDual} onChange={setDual} name="settings.dual_review">
        {t('settings.dual_review')}
      </Checkbox>
      <Checkbox isSelected={isHidden} onChange={setHidden} name="settings.hide_first_opinion">
        {t('settings.hide_first_opinion')}
      </Checkbox>
      <Checkbox
        isSelected={isEscalated}
        onChange={setEscalated}
        name="settings.escalate_disagreement"
      >
        {t('settings.escalate_disagreement')}
      </Checkbox>
      <TextField
        isCode
        label={t('settings.reject_reasons')}
        hint={t('settings.reject_reasons.hint')}
        name="settings.reject_reasons"
        rows={4}
        defaultValue={settings.reject_reasons.join('\n')}
      />
      {isLive ? (
        <>
          <SelectField
            label={t('settings.screening')}
            name="settings.screening_without_lists"
            value={screening}
            options={screenings.map((value) => ({
              value,
              label: t(`settings.screening.${value}`),
            }))}
            onChange={setScreening}
          />
          {screening === 'pass' ? (
            <p className="notice" data-tone="warn">
              {t('settings.screening.pass.text')}
            </p>
          ) : null}
        </>
      ) : null}
    </SettingsGroup>
  );
}
