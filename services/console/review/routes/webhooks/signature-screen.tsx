import { useMutation } from '@tanstack/react-query';
import { Button } from '../../parts/button';
import { Form, refusalAt, textIn } from '../../parts/form';
import { Page } from '../../parts/page';
import { TextField } from '../../parts/text-field';
import { useText } from '../../parts/words';
import { checkSignature } from './check-signature';
import { SignatureVerdicts, type CheckedSignature } from './signature-verdicts';
import { signaturesIn } from './signatures-in';

/** Checks a request that a receiver got, in this browser alone. */
export function SignatureScreen() {
  const t = useText();
  const { mutate, error, isPending, data } = useMutation({
    mutationFn: async (form: FormData): Promise<readonly CheckedSignature[]> => {
      const found = signaturesIn(textIn(form, 'headers'));
      if (found.length === 0) throw refusalAt('headers', t('webhooks.signature.none'));
      const secret = textIn(form, 'secret');
      if (!secret.startsWith('whsec_'))
        throw refusalAt('secret', t('webhooks.signature.no_secret'));
      const body = bodyIn(form);
      return Promise.all(
        found.map(async (one) => ({
          found: one,
          verdict: await checkSignature(crypto.subtle, secret, body, one),
        })),
      );
    },
  });
  return (
    <Page
      title={t('webhooks.signature')}
      lead={t('webhooks.signature.lead')}
      back={{ to: '/webhooks', text: t('nav.webhooks') }}
    >
      <div className="panel signature-form">
        <Form problem={error} onSubmit={mutate}>
          <TextField
            isCode
            label={t('webhooks.secret')}
            hint={t('webhooks.signature.secret.hint')}
            name="secret"
            autoComplete="off"
            spellCheck="false"
            placeholder="whsec_…"
            isRequired
          />
          <TextField
            isCode
            label={t('webhooks.signature.headers')}
            hint={t('webhooks.signature.headers.hint')}
            name="headers"
            rows={5}
            spellCheck="false"
            isRequired
          />
          <TextField
            isCode
            label={t('webhooks.signature.body')}
            hint={t('webhooks.signature.body.hint')}
            name="body"
            rows={8}
            spellCheck="false"
            isRequired
          />
          <div className="row">
            <Button type="submit" kind="main" isPending={isPending}>
              {t('webhooks.signature.go')}
            </Button>
          </div>
        </Form>
      </div>
      <div aria-live="polite">
        {data === undefined ? null : <SignatureVerdicts checked={data} />}
      </div>
    </Page>
  );
}

/** Untrimmed, and with line breaks as they are on the wire: a form writes them as CR LF. */
function bodyIn(form: FormData): string {
  const body = form.get('body');
  return typeof body === 'string' ? body.replaceAll('\r\n', '\n') : '';
}
