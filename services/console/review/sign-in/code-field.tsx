import { TextField } from '../parts/text-field';
import { useText } from '../parts/words';

interface CodeFieldProps {
  readonly kind: 'code' | 'recovery_code';
  readonly isWrong: boolean;
}

export function CodeField({ kind, isWrong }: CodeFieldProps) {
  const t = useText();
  return (
    <>
      {kind === 'code' ? (
        <TextField
          isCode
          label={t('sign_in.code')}
          hint={t('sign_in.code.hint')}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={9}
          isRequired
          autoFocus
        />
      ) : (
        <TextField
          isCode
          label={t('sign_in.recovery_code')}
          hint={t('sign_in.recovery_code.hint')}
          name="recovery_code"
          autoComplete="off"
          isRequired
          autoFocus
        />
      )}
      {isWrong ? (
        <p className="form-error" role="alert">
          {t('sign_in.code.wrong')}
        </p>
      ) : null}
    </>
  );
}
