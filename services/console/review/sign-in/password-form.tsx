import { useMutation } from '@tanstack/react-query';
import { useService } from '../api/context';
import { isRefusedAs } from '../api/problem';
import { Button } from '../parts/button';
import { Form, textIn } from '../parts/form';
import { TextField } from '../parts/text-field';
import { useText } from '../parts/words';
import { readNextStep, type NextStep } from './next-step';

interface PasswordFormProps {
  readonly email?: string;
  readonly onNext: (next: NextStep) => void;
}

export function PasswordForm({ email, onNext }: PasswordFormProps) {
  const t = useText();
  const { api } = useService();
  const { mutate, error, isPending } = useMutation({
    mutationFn: async (body: { readonly email: string; readonly password: string }) =>
      readNextStep(await api.askOpenly('POST /api/v1/console/login', { body })),
    onSuccess: onNext,
  });
  const isWrong = isRefusedAs(error, 'sign_in_refused');
  return (
    <Form
      problem={isWrong ? null : error}
      onSubmit={(data) => {
        const password = data.get('password');
        mutate({
          email: email ?? textIn(data, 'email'),
          // As it was typed: spaces may be part of it.
          password: typeof password === 'string' ? password : '',
        });
      }}
    >
      <TextField
        label={t('sign_in.email')}
        name="email"
        type="email"
        autoComplete="username"
        isRequired
        autoFocus={email === undefined}
        isReadOnly={email !== undefined}
        {...(email === undefined ? {} : { value: email })}
      />
      <TextField
        label={t('sign_in.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        isRequired
        autoFocus={email !== undefined}
      />
      {isWrong ? (
        <p className="form-error" role="alert">
          {t('sign_in.wrong')}
        </p>
      ) : null}
      <Button type="submit" kind="main" isPending={isPending}>
        {t('sign_in.go')}
      </Button>
    </Form>
  );
}
