import { textIn } from '../../parts/form';
import { TextField } from '../../parts/text-field';
import { useText } from '../../parts/words';
import { useMe } from '../../session/me';
import { SettingsGroup } from './settings-group';
import { useSave } from './use-organization';

/** The name is in live answers too: it is changed there alone. */
export function NameSettings({ name }: { readonly name: string }) {
  const t = useText();
  const { environment } = useMe();
  const { rename, problem, isPending } = useSave();
  if (environment !== 'live') return null;
  return (
    <SettingsGroup
      title={t('settings.organization')}
      problem={problem}
      isPending={isPending}
      onSubmit={(form) => rename(textIn(form, 'name'))}
    >
      <TextField label={t('settings.name')} name="name" defaultValue={name} isRequired />
    </SettingsGroup>
  );
}
