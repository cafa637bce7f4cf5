import { useRef } from 'react';
import { useWrite } from '../../api/use-write';
import { Button } from '../../parts/button';
import { Problem } from '../../parts/problem';
import { useToast } from '../../parts/toast';
import { useText } from '../../parts/words';
import { organizationPaths } from './use-organization';

/** The picture above the capture page. The service draws it anew, and serves nothing of the file itself. */
export function LogoSettings({ logoUrl }: { readonly logoUrl: string | null }) {
  const t = useText();
  const toast = useToast();
  const file = useRef<HTMLInputElement>(null);
  const put = useWrite('PUT /api/v1/organization/logo', {
    invalidates: organizationPaths,
    onDone: () => toast(t('settings.logo.set')),
  });
  const remove = useWrite('DELETE /api/v1/organization/logo', {
    invalidates: organizationPaths,
    onDone: () => toast(t('settings.logo.removed')),
  });
  const choose = (chosen: File | undefined): void => {
    if (chosen === undefined) return;
    const upload = new FormData();
    upload.set('file', chosen);
    put.mutate({ upload });
  };
  const problem = put.error ?? remove.error;
  return (
    <section className="panel settings-group" aria-labelledby="logo-title">
      <div>
        <h2 id="logo-title">{t('settings.logo')}</h2>
        <p className="soft">{t('settings.logo.text')}</p>
      </div>
      <div className="stack">
        {logoUrl === null ? null : (
          <img className="logo" src={logoUrl} alt={t('settings.logo.now')} />
        )}
        {problem === null ? null : <Problem cause={problem} />}
        <div className="row">
          <input
            ref={file}
            type="file"
            className="unseen"
            tabIndex={-1}
            aria-label={t('settings.logo.choose')}
            accept="image/png,image/svg+xml,image/jpeg,image/webp"
            onChange={(event) => {
              choose(event.currentTarget.files?.[0]);
              // The same file may be chosen again after it was mended.
              event.currentTarget.value = '';
            }}
          />
          <Button isPending={put.isPending} onPress={() => file.current?.click()}>
            {t('settings.logo.choose')}
          </Button>
          {logoUrl === null ? null : (
            <Button kind="quiet" isPending={remove.isPending} onPress={() => remove.mutate({})}>
              {t('settings.logo.remove')}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}
