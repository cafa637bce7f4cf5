import { useState } from 'react';
import { Button } from '../parts/button';
import { Dialog } from '../parts/dialog';
import { useText } from '../parts/words';
import { useMe } from '../session/me';
import { useOtherTabs } from '../session/other-tabs';

/**
 * A sign-in is the whole browser's: what another tab switched counts here too, under a screen that still shows the
 * other environment. Nothing may be decided in the wrong one, so the screen is covered until it is loaded anew.
 */
export function ChangedElsewhere() {
  const t = useText();
  useOtherTabs();
  const { environment, user } = useMe();
  const [first] = useState({ environment, userId: user.id });
  const isAnother = first.environment !== environment || first.userId !== user.id;
  return (
    <Dialog
      title={t('elsewhere.title')}
      isOpen={isAnother}
      onClose={() => undefined}
      isAlert
      staysOpen
    >
      <p>
        {t('elsewhere.text', { name: user.name, environment: t(`environment.${environment}`) })}
      </p>
      <div className="dialog-actions">
        <Button kind="main" onPress={() => location.reload()}>
          {t('elsewhere.go')}
        </Button>
      </div>
    </Dialog>
  );
}
