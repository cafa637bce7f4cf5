import { useState } from 'react';
import type { Scope } from '../../../../../shared/domain/auth/scopes';
import { useWrite } from '../../api/use-write';
import { CheckboxGroup } from '../../parts/checkbox-group';
import { Dialog } from '../../parts/dialog';
import { DialogActions } from '../../parts/dialog-actions';
import { Form, textIn } from '../../parts/form';
import { SecretOnce } from '../../parts/secret-once';
import { SelectField } from '../../parts/select-field';
import { TextField } from '../../parts/text-field';
import { useText } from '../../parts/words';
import { useMe } from '../../session/me';

const lives = ['never', '30', '90', '365'] as const;
type Life = (typeof lives)[number];
const dayMs = 86_400_000;

interface CreateKeyProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function CreateKey({ isOpen, onClose }: CreateKeyProps) {
  const t = useText();
  return (
    <Dialog title={t('keys.create')} isOpen={isOpen} onClose={onClose} staysOpen isWide>
      <CreateKeyForm onClose={onClose} />
    </Dialog>
  );
}

/** Gives away no more than whoever makes the key may do; the key itself is shown once. */
function CreateKeyForm({ onClose }: Pick<CreateKeyProps, 'onClose'>) {
  const t = useText();
  const { scopes: own } = useMe();
  const [scopes, setScopes] = useState<readonly Scope[]>([]);
  const [life, setLife] = useState<Life>('365');
  const { mutate, error, isPending, data } = useWrite('POST /api/v1/api-keys', {
    invalidates: ['/api/v1/api-keys'],
  });
  if (data !== undefined) {
    return <SecretOnce label={t('keys.secret')} secret={data.secret} onDone={onClose} />;
  }
  const submit = (form: FormData): void => {
    const from = textIn(form, 'ip_allow_list')
      .split(/[\s,]+/)
      .filter((one) => one !== '');
    mutate({
      body: {
        label: textIn(form, 'label'),
        scopes: [...scopes],
        ip_allow_list: from.length === 0 ? null : from,
        expires_at: life === 'never' ? null : inDays(Number(life)),
      },
    });
  };
  return (
    <Form problem={error} onSubmit={submit}>
      <TextField
        label={t('keys.label')}
        hint={t('keys.label.hint')}
        name="label"
        isRequired
        autoFocus
      />
      <CheckboxGroup
        label={t('keys.scopes')}
        name="scopes"
        options={own.map((value) => ({ value, label: value }))}
        value={scopes}
        onChange={setScopes}
      />
      <TextField
        isCode
        label={t('keys.from')}
        hint={t('keys.from.hint')}
        name="ip_allow_list"
        rows={2}
      />
      <SelectField
        label={t('keys.expires')}
        name="expires_at"
        value={life}
        options={lives.map((value) => ({ value, label: t(`keys.life.${value}`) }))}
        onChange={setLife}
      />
      <DialogActions action={t('keys.create')} isPending={isPending} onClose={onClose} />
    </Form>
  );
}

function inDays(days: number): string {
  return new Date(Date.now() + days * dayMs).toISOString();
}
