import { Button } from './button';
import { useToast } from './toast';
import { useText } from './words';

interface SecretOnceProps {
  readonly label: string;
  readonly secret: string;
  readonly onDone: () => void;
}

/** What is shown this once, a key or a link: nobody can read it again. */
export function SecretOnce({ label, secret, onDone }: SecretOnceProps) {
  const t = useText();
  const toast = useToast();
  const copy = (): void => {
    void navigator.clipboard.writeText(secret).then(
      () => toast(t('copy.done')),
      () => toast(t('copy.refused'), 'bad'),
    );
  };
  return (
    <div className="stack">
      <p className="notice" data-tone="warn">
        {t('secret.once')}
      </p>
      <label className="field">
        <span className="field-label">{label}</span>
        <input
          className="input"
          data-code
          readOnly
          value={secret}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      <div className="dialog-actions">
        <Button onPress={copy} autoFocus>
          {t('secret.copy')}
        </Button>
        <Button kind="main" onPress={onDone}>
          {t('secret.done')}
        </Button>
      </div>
    </div>
  );
}
