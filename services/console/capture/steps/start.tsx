import { pieceScreens } from '../flow/choose-screen';
import { minutesFor } from '../flow/minutes';
import { matters, pieceName } from '../parts/piece-name';
import { Button } from '../parts/button';
import { Icon } from '../parts/icons';
import { Step } from '../parts/step';
import type { StepProps } from '../step-props';

interface StartShape extends StepProps {
  readonly organization: string;
  readonly begin: () => void;
}

/** What to expect, how long it takes, and on which device to do it: from a desktop the phone comes first. */
export function StartStep(shape: StartShape) {
  const { t, state, organization, begin, otherDevice } = shape;
  const screens = pieceScreens(state);
  const takesPictures = screens.some(({ name }) => name !== 'user_info');
  const phoneFirst = takesPictures && otherDevice !== undefined && isDesktop();
  return (
    <Step
      title={t('start.title')}
      text={t('start.text', { organization })}
      actions={
        phoneFirst ? (
          <PhoneFirst {...shape} phone={otherDevice} />
        ) : (
          <>
            <Button look="primary" onClick={begin}>
              {t('start.go')}
            </Button>
            {takesPictures && otherDevice !== undefined && (
              <Button look="plain" onClick={otherDevice}>
                {t('start.other_device')}
              </Button>
            )}
          </>
        )
      }
    >
      <h2 class="unseen">{t('start.list')}</h2>
      <ol class="pieces">
        {matters(screens).map((screen) => {
          const { ahead, icon } = pieceName(screen);
          return (
            <li key={ahead}>
              <Icon name={icon} />
              {t(ahead)}
            </li>
          );
        })}
      </ol>
      <ul class="facts">
        <li>
          <Icon name="clock" />
          {t('start.minutes', { count: minutesFor(screens) })}
        </li>
        {takesPictures && (
          <li>
            <Icon name="sun" />
            {t('start.light')}
          </li>
        )}
      </ul>
    </Step>
  );
}

/** Where the workflow forces it, the phone is the only way. */
function PhoneFirst({ t, state, begin, phone }: StartShape & { readonly phone: () => void }) {
  return (
    <>
      <Button look="primary" onClick={phone}>
        <Icon name="phone" />
        {t('start.phone')}
      </Button>
      <p class="small center">{t('start.phone_text')}</p>
      {state.handoff !== 'force' && <Button onClick={begin}>{t('start.here')}</Button>}
    </>
  );
}

/** By how it is pointed at, not by its name: what has a mouse has no camera that one can hold. */
function isDesktop(): boolean {
  return matchMedia('(hover: hover) and (pointer: fine)').matches && navigator.maxTouchPoints === 0;
}
