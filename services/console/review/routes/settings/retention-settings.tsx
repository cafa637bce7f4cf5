import { useState } from 'react';
import { Confirm } from '../../parts/confirm';
import { refusalAt } from '../../parts/form';
import { TextField } from '../../parts/text-field';
import { useText } from '../../parts/words';
import { SettingsGroup } from './settings-group';
import { useSave, type Settings } from './use-organization';
import { wholeNumber } from './whole-number';

const hiddenField = 'settings.sensitive_data_retention_days';
const destroyedField = 'settings.data_retention_days';

interface Days {
  readonly sensitive_data_retention_days: number;
  readonly data_retention_days: number;
}

/** How long data are kept, and what goes then. A shorter time is asked about: what it deletes does not come back. */
export function RetentionSettings({ settings }: { readonly settings: Settings }) {
  const t = useText();
  const { save, problem, isPending } = useSave();
  const [hidden, setHidden] = useState(String(settings.sensitive_data_retention_days));
  const [destroyed, setDestroyed] = useState(String(settings.data_retention_days));
  const [fault, setFault] = useState<unknown>(null);
  const [asked, setAsked] = useState<Days | null>(null);
  const submit = (): void => {
    const [first, second] = [wholeNumber(hidden), wholeNumber(destroyed)];
    if (first === null) {
      setFault(refusalAt(hiddenField, t('settings.days.invalid')));
      return;
    }
    if (second === null) {
      setFault(refusalAt(destroyedField, t('settings.days.invalid')));
      return;
    }
    setFault(null);
    const days = { sensitive_data_retention_days: first, data_retention_days: second };
    const isShorter =
      first < settings.sensitive_data_retention_days || second < settings.data_retention_days;
    if (isShorter) setAsked(days);
    else save(days);
  };
  return (
    <SettingsGroup
      title={t('settings.retention')}
      text={t('settings.retention.text')}
      problem={fault ?? problem}
      isPending={isPending}
      onSubmit={submit}
    >
      <TextField
        label={t('settings.hidden_after')}
        name={hiddenField}
        inputMode="numeric"
        value={hidden}
        onChange={setHidden}
      />
      <Deletes after={hidden} what={t('settings.hidden_after.what')} />
      <TextField
        label={t('settings.destroyed_after')}
        name={destroyedField}
        inputMode="numeric"
        value={destroyed}
        onChange={setDestroyed}
      />
      <Deletes after={destroyed} what={t('settings.destroyed_after.what')} />
      <Confirm
        title={t('settings.retention.shorter')}
        action={t('settings.retention.go')}
        isDangerous
        isOpen={asked !== null}
        isPending={isPending}
        problem={null}
        onConfirm={() => {
          if (asked !== null) save(asked);
          setAsked(null);
        }}
        onClose={() => setAsked(null)}
      >
        <p>
          {t('settings.retention.shorter.text', {
            hidden: asked?.sensitive_data_retention_days ?? 0,
            destroyed: asked?.data_retention_days ?? 0,
          })}
        </p>
      </Confirm>
    </SettingsGroup>
  );
}

/** What goes then, beside the field that says when. */
function Deletes({ after, what }: { readonly after: string; readonly what: string }) {
  const t = useText();
  const days = wholeNumber(after);
  return (
    <p className="deletes">
      <strong>{days === null ? '' : t('settings.deletes', { count: days })}</strong> {what}
    </p>
  );
}
