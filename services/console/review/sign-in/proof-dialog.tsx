import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useService } from '../api/context';
import { Refusal } from '../api/problem';
import { Button } from '../parts/button';
import { Dialog } from '../parts/dialog';
import { Form, textIn } from '../parts/form';
import { useText } from '../parts/words';
import { meKey, useMe } from '../session/me';
import { CodeField } from './code-field';
import { SignInSteps } from './sign-in-steps';

/**
 * Asks over whatever is open who the person is, when the API wants to know again. The screen below stays, with all
 * that was typed, and what was asked of the API goes on by itself.
 */
export function ProofDialog() {
  const t = useText();
  const { access } = useService();
  const client = useQueryClient();
  const { user } = useMe();
  const waiting = useSyncExternalStore(access.waiting.subscribe, access.waiting.get);
  const isSignIn = waiting?.proof === 'sign_in';
  const done = (): void => {
    void client.invalidateQueries({ queryKey: meKey });
    waiting?.done();
  };
  return (
    <Dialog
      title={t(isSignIn ? 'proof.sign_in.title' : 'proof.code.title')}
      isOpen={waiting !== null}
      onClose={() => waiting?.giveUp()}
      staysOpen={isSignIn}
    >
      <p className="soft">{t(isSignIn ? 'proof.sign_in.text' : 'proof.code.text')}</p>
      {isSignIn ? (
        <SignInSteps email={user.email} onDone={done} />
      ) : (
        <Reauthenticate onDone={done} />
      )}
      <button type="button" className="link-button" onClick={() => waiting?.giveUp()}>
        {t('dialog.cancel')}
      </button>
    </Dialog>
  );
}

function Reauthenticate({ onDone }: { readonly onDone: () => void }) {
  const t = useText();
  const { api } = useService();
  const { mutate, error, isPending } = useMutation({
    mutationFn: (code: string) =>
      api.askOpenly('POST /api/v1/console/reauthenticate', { body: { code } }),
    onSuccess: onDone,
  });
  const isWrong = error instanceof Refusal && error.status === 401;
  return (
    <Form problem={isWrong ? null : error} onSubmit={(data) => mutate(textIn(data, 'code'))}>
      <CodeField kind="code" isWrong={isWrong} />
      <Button type="submit" kind="main" isPending={isPending}>
        {t('proof.code.go')}
      </Button>
    </Form>
  );
}
