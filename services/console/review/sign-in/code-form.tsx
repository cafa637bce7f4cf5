import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useService } from '../api/context';
import { isRefusedAs } from '../api/problem';
import { Button } from '../parts/button';
import { Form, textIn } from '../parts/form';
import { useText } from '../parts/words';
import { CodeField } from './code-field';

interface CodeFormProps {
  readonly onDone: () => void;
  readonly onBack: () => void;
}

/** The code of the app; whoever has lost it gives one of their recovery codes, each of which works once. */
export function CodeForm({ onDone, onBack }: CodeFormProps) {
  const t = useText();
  const { api } = useService();
  const [kind, setKind] = useState<'code' | 'recovery_code'>('code');
  const { mutate, error, isPending, reset } = useMutation({
    mutationFn: (given: string) =>
      api.askOpenly('POST /api/v1/console/totp', { body: { [kind]: given } }),
    onSuccess: onDone,
  });
  const isWrong = isRefusedAs(error, 'code_refused');
  return (
    <Form
      key={kind}
      problem={isWrong ? null : error}
      onSubmit={(data) => mutate(textIn(data, kind))}
    >
      <CodeField kind={kind} isWrong={isWrong} />
      <Button type="submit" kind="main" isPending={isPending}>
        {t('sign_in.go')}
      </Button>
      <div className="row spread">
        <button type="button" className="link-button" onClick={onBack}>
          {t('sign_in.back')}
        </button>
        <button
          type="button"
          className="link-button"
          onClick={() => {
            reset();
            setKind(kind === 'code' ? 'recovery_code' : 'code');
          }}
        >
          {t(kind === 'code' ? 'sign_in.lost' : 'sign_in.use_code')}
        </button>
      </div>
    </Form>
  );
}
