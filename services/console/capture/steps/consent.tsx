import { useState } from 'preact/hooks';
import { pieceScreens } from '../flow/choose-screen';
import { Button } from '../parts/button';
import { OutLink } from '../parts/help';
import { Step } from '../parts/step';
import type { StepProps } from '../step-props';

interface ConsentShape extends StepProps {
  readonly organization: string;
  readonly refused: () => void;
}

/**
 * What is taken, for whom, why, for how long, and that it may be refused. The wording belongs to its language's
 * file, and its version is kept with the answer: what was agreed to can be read again later.
 */
export function ConsentStep(step: ConsentShape) {
  const { t, api, state, language, organization, next, refused, trouble } = step;
  const [saying, setSaying] = useState<boolean | null>(null);
  const answer = (accepted: boolean): void => {
    setSaying(accepted);
    api
      .consent(accepted, `${language}-${t('consent.version')}`)
      .then(accepted ? next : refused)
      .catch((cause: unknown) => trouble(cause))
      .finally(() => setSaying(null));
  };
  const names = new Set<string>(pieceScreens(state).map(({ name }) => name));
  const { retentionDays } = state;
  return (
    <Step
      title={t('consent.title')}
      text={t('consent.text', { organization })}
      actions={
        <>
          <Button look="primary" busy={saying !== null} onClick={() => answer(true)}>
            {t('consent.agree')}
          </Button>
          <Button busy={saying !== null} onClick={() => answer(false)}>
            {t('consent.refuse')}
          </Button>
        </>
      }
    >
      <div class="consent">
        <h2>{t('consent.pictures')}</h2>
        <ul>
          {names.has('document') && <li>{t('consent.pictures_document')}</li>}
          {(names.has('selfie') || names.has('liveness')) && (
            <li>{t('consent.pictures_face', { organization })}</li>
          )}
          {names.has('user_info') && <li>{t('consent.pictures_details')}</li>}
          {names.has('proof_of_address') && <li>{t('consent.pictures_address')}</li>}
        </ul>
        <h2>{t('consent.why')}</h2>
        <p>{t('consent.why_text', { organization })}</p>
        <h2>{t('consent.device')}</h2>
        <p>{t('consent.device_text')}</p>
        <h2>{t('consent.kept')}</h2>
        <p>
          {retentionDays === null
            ? t('consent.kept_unknown', { organization })
            : t('consent.kept_days', { count: retentionDays })}
        </p>
        <h2>{t('consent.choice')}</h2>
        <p>{t('consent.choice_text', { organization })}</p>
        {state.organization.privacyUrl !== null && (
          <OutLink t={t} href={state.organization.privacyUrl}>
            {t('consent.privacy', { organization })}
          </OutLink>
        )}
      </div>
    </Step>
  );
}
