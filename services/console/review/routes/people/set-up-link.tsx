import { SecretOnce } from '../../parts/secret-once';
import { Button } from '../../parts/button';
import { useText } from '../../parts/words';

interface SetUpLinkProps {
  readonly made: { readonly name: string; readonly setup_url: string | null };
  readonly onDone: () => void;
}

/** For whoever is to set their account up; none where people sign in at an OpenID provider. */
export function SetUpLink({ made, onDone }: SetUpLinkProps) {
  const t = useText();
  const { name, setup_url: url } = made;
  if (url !== null) {
    return (
      <>
        <p>{t('people.link.text', { name })}</p>
        <SecretOnce label={t('people.link')} secret={url} onDone={onDone} />
      </>
    );
  }
  return (
    <>
      <p>{t('people.link.none', { name })}</p>
      <div className="dialog-actions">
        <Button kind="main" onPress={onDone} autoFocus>
          {t('secret.done')}
        </Button>
      </div>
    </>
  );
}
