import { assertNever } from '../../../../shared/assert-never';
import type { Screen } from '../flow/screen';
import type { Handoff } from '../server/capture-api';
import { Checking } from '../steps/checking';
import { ConsentRefused } from '../steps/consent-refused';
import { End } from '../steps/end';
import { HandedOff } from '../steps/handed-off';
import { Loading } from '../steps/loading';
import { SandboxOutcomeStep } from '../steps/sandbox-outcome';
import type { WayHandlers } from '../steps/step-props';
import { TimeOver } from '../steps/time-over';
import { TroubleScreen } from '../steps/trouble';
import type { Translate } from '../texts';
import type { Boot } from './boot';
import type { ReturnStatus } from './redirect';
import type { Capture } from './use-capture';

interface OtherShape {
  readonly boot: Boot;
  readonly t: Translate;
  readonly capture: Capture;
  readonly screen: Screen;
  readonly organization: string;
  readonly handoff: Handoff | null;
  readonly say: (text: string) => void;
  /** Back to where the person came from; null where nobody named it, or where the embedder decides. */
  readonly leaveAs: (status: ReturnStatus) => (() => void) | null;
  readonly otherDevice: (() => void) | undefined;
}

const megabyte = 1024 * 1024;

/** Every screen on which nothing is captured: before, after, and when something went wrong. */
export function OtherScreen(shape: OtherShape) {
  const { boot, t, capture, screen, organization, leaveAs } = shape;
  const { api, embedder } = boot;
  const { known, refresh, fail, move, trouble } = capture;
  const state = known.kind === 'state' ? known.state : null;
  const close = embedder.isEmbedded ? () => embedder.tell({ type: 'close' }) : null;
  const troubleScreen = (code: string, requestId: string | null, ways: WayHandlers) => (
    <TroubleScreen
      t={t}
      organization={organization}
      supportUrl={state?.organization.supportUrl ?? null}
      code={code}
      requestId={requestId}
      megabytes={state?.kind === 'live' ? Math.floor(state.accepts.maxBytes / megabyte) : 10}
      ways={ways}
    />
  );
  const again = { try_again: () => void refresh(), ...(close === null ? {} : { close }) };
  if (trouble !== null) {
    const { refusal, ways } = trouble;
    const device = shape.otherDevice === undefined ? {} : { other_device: shape.otherDevice };
    return troubleScreen(refusal.code, refusal.requestId, {
      go_on: () => void refresh(),
      ...again,
      ...device,
      ...settling(ways, capture.settle),
    });
  }
  switch (screen.name) {
    case 'loading':
      return <Loading t={t} retry={() => void refresh()} />;
    case 'gone':
      return troubleScreen('token_unavailable', null, close === null ? {} : { close });
    case 'in_use':
      return troubleScreen('link_in_use', null, again);
    case 'trouble':
      return troubleScreen(screen.code, null, { try_again: () => location.reload() });
    case 'time_over':
      return <TimeOver t={t} organization={organization} leave={leaveAs('expired')} />;
    case 'consent_refused':
      return (
        <ConsentRefused
          t={t}
          organization={organization}
          readAgain={() => move({ refused: false })}
          leave={leaveAs('consent_refused')}
        />
      );
    case 'handed_off':
      if (state?.kind !== 'handed_off') return null;
      return (
        <HandedOff
          {...{ t, api, state, handoff: shape.handoff, refresh, trouble: fail, say: shape.say }}
        />
      );
    case 'checking':
      return <Checking t={t} organization={organization} refresh={refresh} />;
    case 'sandbox_outcome':
      return <SandboxOutcomeStep t={t} api={api} refresh={refresh} trouble={fail} />;
    case 'end':
      return (
        <End
          t={t}
          organization={organization}
          ending={screen.ending}
          leave={leaveAs(screen.ending === 'expired' ? 'expired' : 'submitted')}
          leavesAlone={screen.ending !== 'failed' && screen.ending !== 'asked_again'}
          close={close}
        />
      );
    case 'start':
    case 'asked_again':
    case 'consent':
    case 'document_choice':
    case 'document':
    case 'selfie':
    case 'liveness':
    case 'user_info':
    case 'proof_of_address':
    case 'review':
      return null;
    default:
      return assertNever(screen);
  }
}

/** A step's own ways on lead back into it: its trouble is over with the choice. */
function settling(ways: WayHandlers, settle: () => void): WayHandlers {
  return Object.fromEntries(
    Object.entries(ways).map(([way, go]) => [
      way,
      () => {
        settle();
        go();
      },
    ]),
  );
}
