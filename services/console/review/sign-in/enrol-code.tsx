import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod/mini';
import { useService } from '../api/context';
import { isRefusedAs } from '../api/problem';
import { Button } from '../parts/button';
import { CopyId } from '../parts/copy-id';
import { Form, textIn } from '../parts/form';
import { Problem } from '../parts/problem';
import { useText } from '../parts/words';
import { CodeField } from './code-field';
import { QrCode } from '../parts/qr-code';
import { RecoveryCodes } from './recovery-codes';

const begun = z.object({ secret: z.string(), qr_code_data_url: z.string() });
const confirmed = z.object({ recovery_codes: z.array(z.string()) });

/** Sets up the app that makes codes: its secret as a picture, a first code of it, and codes for when it is lost. */
export function EnrolCode({ onDone }: { readonly onDone: () => void }) {
  const t = useText();
  const { api } = useService();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const enrolment = useQuery({
    queryKey: ['enrol-totp'],
    queryFn: async () =>
      begun.parse(await api.askOpenly('POST /api/v1/console/enrol-totp', { body: {} })),
    // A second secret would outdate the one that is being photographed.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const { mutate, error, isPending } = useMutation({
    mutationFn: async (code: string) =>
      confirmed.parse(await api.askOpenly('POST /api/v1/console/enrol-totp', { body: { code } })),
    onSuccess: ({ recovery_codes: given }) => setCodes(given),
  });
  if (codes !== null) return <RecoveryCodes codes={codes} onDone={onDone} />;
  if (enrolment.error !== null) {
    return <Problem cause={enrolment.error} onRetry={() => void enrolment.refetch()} />;
  }
  if (enrolment.data === undefined) return <p className="soft">{t('loading')}</p>;
  const isWrong = isRefusedAs(error, 'code_refused');
  return (
    <Form problem={isWrong ? null : error} onSubmit={(data) => mutate(textIn(data, 'code'))}>
      <p>{t('enrol.text')}</p>
      <QrCode dataUrl={enrolment.data.qr_code_data_url} label={t('enrol.picture')} />
      <p className="soft">
        {t('enrol.by_hand')} <CopyId id={enrolment.data.secret} />
      </p>
      <CodeField kind="code" isWrong={isWrong} />
      <Button type="submit" kind="main" isPending={isPending}>
        {t('enrol.go')}
      </Button>
    </Form>
  );
}
