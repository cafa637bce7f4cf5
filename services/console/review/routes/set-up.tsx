import { useMutation } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useService } from '../api/context';
import { isRefusedAs } from '../api/problem';
import { Button } from '../parts/button';
import { Form } from '../parts/form';
import { TextField } from '../parts/text-field';
import { useText } from '../parts/words';
import { meKey } from '../session/me';
import { Card } from '../sign-in/card';
import { EnrolCode } from '../sign-in/enrol-code';
import { readNextStep } from '../sign-in/next-step';

/** Behind a link that works once: the token stands behind `#`, which no server and no log ever sees. */
export function SetUpScreen() {
  const t = useText();
  const { api } = useService();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [token] = useState(() => location.hash.slice(1));
  const enter = (): void => {
    void client.resetQueries({ queryKey: meKey });
    void navigate({ to: '/', hash: '' });
  };
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: async (password: string) =>
      readNextStep(
        await api.askOpenly('POST /api/v1/console/set-up', { body: { token, password } }),
      ),
    onSuccess(next) {
      if (next !== 'enrol_totp') enter();
    },
  });
  if (data === 'enrol_totp') {
    return (
      <Card title={t('enrol.title')}>
        <EnrolCode onDone={enter} />
      </Card>
    );
  }
  const isOver = token === '' || isRefusedAs(error, 'token_unavailable');
  if (isOver)
    return <Card title={t('set_up.over.title')} lead={t('set_up.over.text')} children={null} />;
  return (
    <Card title={t('set_up.title')} lead={t('set_up.text')}>
      <Form
        problem={error}
        onSubmit={(form) => {
          const password = form.get('password');
          if (typeof password === 'string') mutate(password);
        }}
      >
        <TextField
          label={t('set_up.password')}
          hint={t('set_up.password.hint')}
          name="password"
          type="password"
          autoComplete="new-password"
          minLength={12}
          isRequired
          autoFocus
        />
        <Button type="submit" kind="main" isPending={isPending}>
          {t('set_up.go')}
        </Button>
      </Form>
    </Card>
  );
}
