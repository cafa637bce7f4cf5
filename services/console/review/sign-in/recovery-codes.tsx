import { Button } from '../parts/button';
import { useToast } from '../parts/toast';
import { useText } from '../parts/words';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

/** Shown this once: nobody can read them again. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const t = useText();
  const toast = useToast();
  const copy = (): void => {
    void navigator.clipboard.writeText(codes.join('\n')).then(
      () => toast(t('copy.done')),
      () => toast(t('copy.refused'), 'bad'),
    );
  };
  return (
    <div className="form">
      <h2>{t('recovery.title')}</h2>
      <p>{t('recovery.text')}</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button onPress={copy}>{t('recovery.copy')}</Button>
        <Button kind="main" onPress={onDone} autoFocus>
          {t('recovery.go')}
        </Button>
      </div>
    </div>
  );
}
