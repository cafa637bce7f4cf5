import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { DocumentType } from '../../../../shared/domain/documents/document-types';
import { countryCodes } from '../../shared/country-codes';
import { regionOf } from '../flow/country-search';
import { Button } from '../parts/button';
import { CountryPicker } from '../parts/country-picker';
import { Step } from '../parts/step';
import { Refusal } from '../server/refusal';
import type { StepProps } from '../step-props';

/**
 * Country and kind of the document. Where the session names the country and allows one kind only there is
 * nothing to choose, and nobody is asked.
 */
export function DocumentChoiceStep({ t, api, state, language, next, trouble }: StepProps) {
  const { documentTypes } = state;
  const [only] = documentTypes.length === 1 ? documentTypes : [];
  const given = state.documentCountry ?? state.country;
  const [country, setCountry] = useState(given ?? regionOf(navigator.languages, countryCodes));
  const [type, setType] = useState<DocumentType | null>(only?.type ?? state.documentType);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<'country' | 'type' | 'refused' | null>(null);
  const began = useRef(false);
  const id = useId();
  const choose = (chosen: DocumentType, of: string): void => {
    setBusy(true);
    api
      .documentType(chosen, of)
      .then(next)
      .catch((cause: unknown) => {
        setBusy(false);
        if (cause instanceof Refusal && cause.code === 'validation_failed') setWrong('refused');
        else trouble(cause);
      });
  };
  useEffect(() => {
    if (began.current || only === undefined || given === null || state.documentType !== null)
      return;
    began.current = true;
    choose(only.type, given);
  }, []);
  const go = (): void => {
    if (country === null) setWrong('country');
    else if (type === null) setWrong('type');
    else choose(type, country);
  };
  const typeError =
    wrong === 'type'
      ? t('choice.type_missing')
      : wrong === 'refused'
        ? t('choice.not_accepted')
        : undefined;
  return (
    <Step
      title={t(only === undefined ? 'choice.title' : 'choice.title_country')}
      text={t('choice.text')}
      actions={
        <Button look="primary" busy={busy} onClick={go}>
          {t('choice.go')}
        </Button>
      }
    >
      <CountryPicker
        t={t}
        language={language}
        label={t('choice.country')}
        value={country}
        error={wrong === 'country' ? t('choice.country_missing') : undefined}
        onChoose={(code) => {
          setCountry(code);
          setWrong(null);
        }}
      />
      {only === undefined && (
        <fieldset class="choices" aria-describedby={`${id}-error`}>
          <legend>{t('choice.type')}</legend>
          {documentTypes.map((one) => (
            <label key={one.type} class="choice">
              <input
                type="radio"
                name={id}
                checked={type === one.type}
                onChange={() => {
                  setType(one.type);
                  setWrong(null);
                }}
              />
              <span>
                <strong>{t(`choice.${one.type}`)}</strong>
                <small>{t(one.needsBack ? 'choice.two_sides' : 'choice.one_side')}</small>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <p class="error" id={`${id}-error`} role="alert">
        {typeError}
      </p>
    </Step>
  );
}
