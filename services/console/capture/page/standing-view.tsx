import { assertNever } from '../../../../shared/domain/assert-never';
import type { StandingScreen } from '../flow/screen';
import type { Handoff } from '../server/capture-api';
import { Checking } from '../steps/checking';
import { ConsentRefused } from '../steps/consent-refused';
import { End } from '../steps/end';
import { HandedOff } from '../steps/handed-off';
import { Loading } from '../parts/loading';
import { SandboxOutcomeStep } from '../steps/sandbox-outcome';
import { TimeOver } from '../steps/time-over';
import type { Translate } from '../texts';
import type { Boot } from './boot';
import type { ReturnStatus } from './redirect';
import { TroubleOf } from './trouble-of';
import type { Capture } from './use-capture';

interface StandingShape {
  readonly boot: Boot;
  readonly t: Translate;
  readonly capture: Capture;
  readonly screen: StandingScreen;
  readonly organization: string;
  readonly handoff: Handoff | null;
  readonly say: (text: string) => void;
  /** Back to where the person came from; null where nobody named it, or where the embedder decides. */
  /** Of the embedding window; null where there is none. */
  readonly close: (() => void) | null;
  readonly leaveAs: (status: ReturnStatus) => (() => void) | null;
}

/** Every screen on which nothing is captured: before, after, elsewhere, and gone wrong. */
export function StandingView(shape: StandingShape) {
  const { boot, t, capture, screen, organization, leaveAs, close } = shape;
  const { api } = boot;
  const { known, refresh, poll, fail, move } = capture;
  const state = known.kind === 'state' ? known.state : null;
  const again = { try_again: () => void refresh(), ...(close === null ? {} : { close }) };
  switch (screen.name) {
    case 'loading':
      return <Loading t={t} retry={() => void refresh()} />;
    case 'gone':
      return <TroubleOf {...shape} code="token_unavailable" ways={again} />;
    case 'in_use':
      return <TroubleOf {...shape} code="link_in_use" ways={again} />;
    case 'trouble':
      return (
        <TroubleOf {...shape} code={screen.code} ways={{ try_again: () => location.reload() }} />
      );
    case 'time_over':
      return (
        <TimeOver
          t={t}
          organization={organization}
          leave={leaveAs('expired')}
          again={() => void refresh()}
        />
      );
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
          {...{ t, api, state, refresh, poll, trouble: fail }}
          handoff={shape.handoff}
          say={shape.say}
        />
      );
    case 'checking':
      return <Checking t={t} organization={organization} poll={poll} />;
    case 'sandbox_outcome':
      return <SandboxOutcomeStep t={t} api={api} refresh={refresh} trouble={fail} />;
    case 'end':
      return (
        <End
          t={t}
          organization={organization}
          supportUrl={state?.organization.supportUrl ?? null}
          ending={screen.ending}
          leave={leaveAs(screen.ending === 'expired' ? 'expired' : 'submitted')}
          close={close}
        />
      );
    default:
      return assertNever(screen);
  }
}
