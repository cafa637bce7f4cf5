import type { PiiField } from '../../../../../shared/domain/organization/settings';
import { useState } from 'react';
import { CheckboxGroup } from '../../parts/checkbox-group';
import { linesIn, refusalAt, textIn } from '../../parts/form';
import { TextField } from '../../parts/text-field';
import { useText } from '../../parts/words';
import { everyOne } from '../../terms/every-one';
import { SettingsGroup } from './settings-group';
import { useSave, type Settings } from './use-organization';
import { wholeNumber } from './whole-number';

const piiFields = everyOne<PiiField>()([
  'first_name',
  'last_name',
  'date_of_birth',
  'address',
  'document_number',
  'nationality',
  'gender',
  'ssn',
  'document_type',
  'document_expiration_date',
  'document_issuing_state',
]);
const secondsField = 'settings.image_url_expiry_seconds';

/** What leaves the service, and to where. */
export function AccessSettings({ settings }: { readonly settings: Settings }) {
  const t = useText();
  const { save, problem, isPending } = useSave();
  const [inApi, setInApi] = useState<readonly PiiField[]>(settings.api_pii_fields);
  const [inWebhooks, setInWebhooks] = useState<readonly PiiField[]>(settings.webhook_pii_fields);
  const [fault, setFault] = useState<unknown>(null);
  const fields = piiFields.map((value) => ({ value, label: t(`settings.pii.${value}`) }));
  const submit = (form: FormData): void => {
    const seconds = wholeNumber(textIn(form, secondsField));
    if (seconds === null) {
      setFault(refusalAt(secondsField, t('settings.number.invalid')));
      return;
    }
    setFault(null);
    save({
      allowed_origins: linesIn(form, 'settings.allowed_origins'),
      time_zone: textIn(form, 'settings.time_zone') || null,
      image_url_expiry_seconds: seconds,
      api_pii_fields: [...inApi],
      webhook_pii_fields: [...inWebhooks],
    });
  };
  return (
    <SettingsGroup
      title={t('settings.access')}
      problem={fault ?? problem}
      isPending={isPending}
      onSubmit={submit}
    >
      <TextField
        isCode
        label={t('settings.allowed_origins')}
        hint={t('settings.allowed_origins.hint')}
        name="settings.allowed_origins"
        rows={3}
        defaultValue={settings.allowed_origins.join('\n')}
      />
      <TextField
        isCode
        label={t('settings.time_zone')}
        hint={t('settings.time_zone.hint')}
        name="settings.time_zone"
        defaultValue={settings.time_zone}
      />
      <TextField
        label={t('settings.image_seconds')}
        hint={t('settings.image_seconds.hint')}
        name={secondsField}
        inputMode="numeric"
        defaultValue={String(settings.image_url_expiry_seconds)}
      />
      <CheckboxGroup
        label={t('settings.pii.api')}
        name="settings.api_pii_fields"
        options={fields}
        value={inApi}
        onChange={setInApi}
      />
      <CheckboxGroup
        label={t('settings.pii.webhooks')}
        name="settings.webhook_pii_fields"
        options={fields}
        value={inWebhooks}
        onChange={setInWebhooks}
      />
    </SettingsGroup>
  );
}
