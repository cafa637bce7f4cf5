import { useState } from 'react';
import { useWrite } from '../../../api/use-write';
import { Dialog } from '../../../parts/dialog';
import { DialogActions } from '../../../parts/dialog-actions';
import { Form } from '../../../parts/form';
import { SelectField } from '../../../parts/select-field';
import { useText } from '../../../parts/words';
import { GivenLink } from './given-link';
import type { ActionProps } from './action-props';

const lives = ['15', '60', '1440', '10080'] as const;
type Life = (typeof lives)[number];

export function NewLink({ session, isOpen, onClose }: ActionProps) {
  const t = useText();
  return (
    <Dialog title={t('session.link.title')} isOpen={isOpen} onClose={onClose}>
      <NewLinkForm id={session.id} onClose={onClose} />
    </Dialog>
  );
}

/** Revokes the links before it: also the way to take one back that went to somebody wrong. */
function NewLinkForm({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useText();
  const [life, setLife] = useState<Life>('60');
  const { mutate, data, error, isPending } = useWrite(
    'POST /api/v1/sessions/{id}/generate-one-time-link',
    { invalidates: ['/api/v1/sessions'] },
  );
  if (data !== undefined) {
    return <GivenLink url={data.capture_url} qrCode={data.qr_code_data_url} onDone={onClose} />;
  }
  return (
    <Form
      problem={error}
      onSubmit={() => mutate({ params: { id }, body: { expires_in_minutes: Number(life) } })}
    >
      <p>{t('session.link.text')}</p>
      <SelectField
        label={t('session.link.life')}
        name="expires_in_minutes"
        value={life}
        options={lives.map((value) => ({ value, label: t(`session.link.life.${value}`) }))}
        onChange={setLife}
      />
      <DialogActions action={t('session.link')} isPending={isPending} onClose={onClose} />
    </Form>
  );
}
