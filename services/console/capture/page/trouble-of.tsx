import type { Way } from '../flow/trouble';
import type { WayHandlers } from '../step-props';
import { TroubleScreen } from '../steps/trouble';
import type { Translate } from '../texts';
import type { Capture } from './use-capture';

interface TroubleShape {
  readonly t: Translate;
  readonly organization: string;
  readonly capture: Capture;
}

/** Ways that a step may go itself. */
const ownWays = [
  'try_again',
  'take_again',
  'choose_file',
  'go_on',
] as const satisfies readonly Way[];
const megabyte = 1024 * 1024;
/** Where no state names it. */
const usualMegabytes = 10;

/** A trouble's screen, with what the state knows of support and limits. */
export function TroubleOf({
  t,
  organization,
  capture: { known },
  code,
  requestId = null,
  ways,
}: TroubleShape & {
  readonly code: string;
  readonly requestId?: string | null;
  readonly ways: WayHandlers;
}) {
  const state = known.kind === 'state' ? known.state : null;
  const maxBytes = state?.kind === 'live' ? state.accepts.maxBytes : usualMegabytes * megabyte;
  return (
    <TroubleScreen
      t={t}
      organization={organization}
      supportUrl={state?.organization.supportUrl ?? null}
      code={code}
      requestId={requestId}
      megabytes={Math.floor(maxBytes / megabyte)}
      ways={ways}
    />
  );
}

interface StepTroubleShape extends TroubleShape {
  readonly otherDevice: (() => void) | undefined;
  /** Of the embedding window; null where there is none. */
  readonly close: (() => void) | null;
}

/** What went wrong in a step, in the step's place, until a way on is taken. */
export function StepTrouble({ otherDevice, close, ...shape }: StepTroubleShape) {
  const { trouble, refresh, settle } = shape.capture;
  if (trouble === null) return null;
  const { refusal, ways } = trouble;
  const own: Partial<Record<Way, () => void>> = {};
  for (const way of ownWays) {
    const go = ways[way];
    if (go === undefined) continue;
    own[way] = () => {
      // It leads back into the step: the trouble is over with the choice.
      settle();
      go();
    };
  }
  return (
    <TroubleOf
      {...shape}
      code={refusal.code}
      requestId={refusal.requestId}
      ways={{
        go_on: () => void refresh(),
        try_again: () => void refresh(),
        ...(otherDevice === undefined ? {} : { other_device: otherDevice }),
        ...(close === null ? {} : { close }),
        ...own,
      }}
    />
  );
}
