import type { StepProps } from '../step-props';
import { Button } from './button';

interface OtherDeviceShape {
  readonly step: Pick<StepProps, 't' | 'otherDevice'>;
  readonly look?: 'plain';
}

/** The way to another device, where the link may go there. */
export function OtherDevice({ step: { t, otherDevice }, ...shown }: OtherDeviceShape) {
  if (otherDevice === undefined) return null;
  return (
    <Button {...shown} onClick={otherDevice}>
      {t('way.other_device')}
    </Button>
  );
}
