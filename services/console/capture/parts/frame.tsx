import type { ComponentChildren } from 'preact';
import { Icon } from './icons';
import { LanguagePicker } from './language-picker';
import type { LanguageTexts } from '../page-assets';
import type { Progress } from '../flow/progress';
import type { Organization } from '../server/capture-state';
import type { Translate } from '../texts';

interface FrameShape {
  readonly t: Translate;
  readonly language: string;
  readonly languages: readonly LanguageTexts[];
  readonly onLanguage: (tag: string) => void;
  readonly organization: Organization | null;
  readonly progress: Progress | null;
  /** Goes one screen back; null on the first. */
  readonly onBack: (() => void) | null;
  /** Over everything: a test session, time that is short. */
  readonly notices: ComponentChildren;
  readonly timeLeft: string | null;
  readonly help: ComponentChildren;
  readonly children: ComponentChildren;
}

/** What stays while the screens change: whose check it is, where in it one is, how long is left, help. */
export function Frame(shape: FrameShape) {
  const { t, organization, progress, onBack, timeLeft } = shape;
  return (
    <div class="page">
      <header>
        <div class="top">
          {onBack !== null && (
            <button type="button" class="round" aria-label={t('frame.back')} onClick={onBack}>
              <Icon name="back" />
            </button>
          )}
          <Brand organization={organization} t={t} />
          <LanguagePicker
            t={t}
            language={shape.language}
            languages={shape.languages}
            onLanguage={shape.onLanguage}
          />
        </div>
        {shape.notices}
        <div class="where">
          {progress !== null && <Steps progress={progress} t={t} />}
          {timeLeft !== null && (
            <p class="time-left">
              <Icon name="clock" />
              {t('frame.time_left', { time: timeLeft })}
            </p>
          )}
        </div>
      </header>
      <main id="page" tabIndex={-1}>
        {shape.children}
      </main>
      <footer class="bottom">{shape.help}</footer>
    </div>
  );
}

function Brand({ organization, t }: Pick<FrameShape, 'organization' | 't'>) {
  if (organization === null || organization.name === '') {
    return (
      <p class="brand">
        <Icon name="lock" />
        {t('page_title')}
      </p>
    );
  }
  const { logoUrl, name } = organization;
  return <p class="brand">{logoUrl === null ? name : <img src={logoUrl} alt={name} />}</p>;
}

function Steps({
  progress: { step, of },
  t,
}: {
  readonly progress: Progress;
  readonly t: Translate;
}) {
  const all = Array.from({ length: of }, (_, index) => index + 1);
  return (
    <div class="progress">
      <p>{t('frame.step', { step, of })}</p>
      <div class="progress-line" aria-hidden="true">
        {all.map((one) => (
          <span key={one} class={one < step ? 'past' : one === step ? 'now' : ''} />
        ))}
      </div>
    </div>
  );
}
