import { troubleOf, type Way } from '../flow/trouble';
import { Button } from '../parts/button';
import { OutLink } from '../parts/help';
import { Icon } from '../parts/icons';
import { Step } from '../parts/step';
import type { Translate } from '../texts';
import type { WayHandlers } from '../step-props';

interface TroubleShape {
  readonly t: Translate;
  readonly organization: string;
  readonly supportUrl: string | null;
  readonly code: string;
  readonly requestId: string | null;
  readonly megabytes: number;
  /** A way that nobody can go from here is not offered. */
  readonly ways: WayHandlers;
}

/** What went wrong, in a sentence, and the ways on. */
export function TroubleScreen(shape: TroubleShape) {
  const { t, organization, supportUrl, code, requestId, megabytes, ways } = shape;
  const trouble = troubleOf(code);
  const offersSupport = trouble.ways.some((way: Way) => way === 'support') && supportUrl !== null;
  const fitting: readonly Way[] = trouble.ways.filter(
    (way) => way !== 'support' && ways[way] !== undefined,
  );
  // No screen is a dead end: where nobody can be asked, looking again is left.
  const isDeadEnd = fitting.length === 0 && !offersSupport && ways.try_again !== undefined;
  const open: readonly Way[] = isDeadEnd ? ['try_again'] : fitting;
  return (
    <Step
      key={code}
      sign={
        <span class="sign plain">
          <Icon name="alert" large />
        </span>
      }
      title={t(trouble.title)}
      text={t(trouble.text, { organization, megabytes })}
      actions={
        open.length === 0 && !offersSupport ? undefined : (
          <>
            {open.map((way, index) => (
              <Button
                key={way}
                look={index === 0 ? 'primary' : 'secondary'}
                onClick={() => ways[way]?.()}
              >
                {wayText(t, way, organization)}
              </Button>
            ))}
            {offersSupport && (
              <OutLink t={t} href={supportUrl}>
                {t('way.support', { organization })}
              </OutLink>
            )}
          </>
        )
      }
    >
      {requestId !== null && <p class="small">{t('trouble.request_id', { id: requestId })}</p>}
    </Step>
  );
}

function wayText(t: Translate, way: Way, organization: string): string {
  if (way === 'support') return t('way.support', { organization });
  return t(`way.${way}`);
}
