import { useMutation } from '@tanstack/react-query';
import { useService } from '../api/context';
import { isRefusedAs } from '../api/problem';
import { Button } from '../parts/button';
import { Form, textIn } from '../parts/form';
import { useText } from '../parts/words';
import { CodeField } from './code-field';

/** A fresh code, before what is dangerous. */
export function Reauthenticate({ onDone }: { readonly onDone: () => void }) {
  const t = useText();
  const { api } = useService();
  const { mutate, error, isPending } = useMutation({
    mutationFn: (code: string) =>
      api.askOpenly('POST /api/v1/console/reauthenticate', { body: { code } }),
    onSuccess: onDone,
  });
  const isWrong = isRefusedAs(error, 'code_refused');
  return (
    <Form problem={isWrong ? null : error} onSubmit={(data) => mutate(textIn(data, 'code'))}>
      <CodeField kind="code" isWrong={isWrong} />
      <Button type="submit" kind="main" isPending={isPending}>
        {t('proof.code.go')}
      </Button>
    </Form>
  );
}
