import { useState } from 'react';
import { Checkbox } from '../../parts/checkbox';
import { linesIn, refusalAt, textIn } from '../../parts/form';
import { SelectField } from '../../parts/select-field';
import { TextField } from '../../parts/text-field';
import { useText } from '../../parts/words';
import { SettingsGroup } from './settings-group';
import { useSave, type Settings } from './use-organization';
import { wholeNumber } from './whole-number';

const handoffs = ['offer', 'force', 'off'] as const;
const minutesField = 'settings.token_minutes';

/** What people meet on the capture page. */
export function CaptureSettings({ settings }: { readonly settings: Settings }) {
  const t = useText();
  const { save, problem, isPending } = useSave();
  const [handoff, setHandoff] = useState(settings.handoff);
  const [showsResult, setShowsResult] = useState(settings.show_result);
  const [mayExtend, setMayExtend] = useState(settings.allow_extend);
  const [fault, setFault] = useState<unknown>(null);
  const submit = (form: FormData): void => {
    const minutes = wholeNumber(textIn(form, minutesField));
    if (minutes === null) {
      setFault(refusalAt(minutesField, t('settings.number.invalid')));
      return;
    }
    setFault(null);
    const versions = linesIn(form, 'settings.consent_versions');
    save({
      handoff,
      show_result: showsResult,
      allow_extend: mayExtend,
      token_minutes: minutes,
      consent_versions: versions.length === 0 ? null : versions,
    });
  };
  return (
    <SettingsGroup
      title={t('settings.capture')}
      problem={fault ?? problem}
      isPending={isPending}
      onSubmit={submit}
    >
      <SelectField
        label={t('settings.handoff')}
        name="settings.handoff"
        value={handoff}
        options={handoffs.map((value) => ({ value, label: t(`settings.handoff.${value}`) }))}
        onChange={setHandoff}
      />
      <Checkbox isSelected={showsResult} onChange={setShowsResult} name="settings.show_result">
        {t('settings.show_result')}
      </Checkbox>
      <Checkbox isSelected={mayExtend} onChange={setMayExtend} name="settings.allow_extend">
        {t('settings.allow_extend')}
      </Checkbox>
      <TextField
        label={t('settings.token_minutes')}
        hint={t('settings.token_minutes.hint')}
        name={minutesField}
        inputMode="numeric"
        defaultValue={String(settings.token_minutes)}
      />
      <TextField
        isCode
        label={t('settings.consent_versions')}
        hint={t('settings.consent_versions.hint')}
        name="settings.consent_versions"
        rows={2}
        defaultValue={settings.consent_versions?.join('\n') ?? ''}
      />
    </SettingsGroup>
  );
}
