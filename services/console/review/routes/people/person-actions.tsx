import { useState } from 'react';
import { Button } from '../../parts/button';
import { useText } from '../../parts/words';
import { useMay, useMe } from '../../session/me';
import { ChangeRole } from './change-role';
import { ResetPerson } from './reset-person';
import { SwitchPerson } from './switch-person';
import type { User } from './user';

type Asked = 'role' | 'switch' | 'reset' | null;

/** What an administrator may change of somebody; nobody changes themselves by mistake. */
export function PersonActions({ user }: { readonly user: User }) {
  const t = useText();
  const mayChange = useMay('users:write');
  const { user: own } = useMe();
  const [asked, setAsked] = useState<Asked>(null);
  const close = (): void => setAsked(null);
  if (!mayChange) return null;
  return (
    <>
      <Button onPress={() => setAsked('role')}>{t('people.change_role')}</Button>
      <Button onPress={() => setAsked('reset')}>{t('people.reset')}</Button>
      {user.id === own.id ? null : (
        <Button onPress={() => setAsked('switch')}>
          {t(user.active ? 'people.disable' : 'people.enable')}
        </Button>
      )}
      <ChangeRole user={user} isOpen={asked === 'role'} onClose={close} />
      <ResetPerson user={user} isOpen={asked === 'reset'} onClose={close} />
      <SwitchPerson user={user} isOpen={asked === 'switch'} onClose={close} />
    </>
  );
}
