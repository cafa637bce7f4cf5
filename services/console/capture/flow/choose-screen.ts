import type { CaptureState, ClosedState, LiveState, RequiredPiece } from '../server/capture-state';
import { pieceScreen } from './piece-screen';
import type { Ending, PieceScreen, Screen } from './screen';

/** What the page knows of its link. */
export type Known =
  | { readonly kind: 'loading' }
  | { readonly kind: 'state'; readonly state: CaptureState }
  | { readonly kind: 'refused'; readonly code: string };

/** What only this page knows: where its person is. Lost by a reload, and nothing is lost with it. */
export interface Place {
  /** Has passed the first screen. */
  readonly begun: boolean;
  /** Said no to the consent on this page. */
  readonly refused: boolean;
  /** The time ran out while the page was open; the server has the last word on that. */
  readonly timeOver: boolean;
  /** Opened on purpose: a piece that is done already, the overview, the first screens again. */
  readonly opened: Screen | null;
}

export const firstPlace: Place = { begun: false, refused: false, timeOver: false, opened: null };

/** The one screen for what is known. The server's word leads; the place chooses among what it leaves open. */
export function chooseScreen(known: Known, place: Place): Screen {
  switch (known.kind) {
    case 'loading':
      return { name: 'loading' };
    case 'refused':
      return refusedScreen(known.code, place);
    case 'state':
      return stateScreen(known.state, place);
  }
}

function refusedScreen(code: string, place: Place): Screen {
  if (code === 'link_in_use') return { name: 'in_use' };
  if (code === 'token_unavailable' || code === 'session_redacted') {
    return place.timeOver ? { name: 'time_over' } : { name: 'gone' };
  }
  return { name: 'trouble', code };
}

function stateScreen(state: CaptureState, place: Place): Screen {
  switch (state.kind) {
    case 'live':
      return liveScreen(state, place);
    case 'handed_off':
      return { name: 'handed_off' };
    case 'closed':
      return closedScreen(state);
  }
}

function liveScreen(state: LiveState, place: Place): Screen {
  const { opened } = place;
  if (!state.consentGiven) {
    if (place.refused) return { name: 'consent_refused' };
    if (opened?.name === 'start' || !place.begun) return introduction(state);
    return { name: 'consent' };
  }
  if (opened !== null && mayOpen(state, opened)) return opened;
  const askedPieces = state.required.filter(({ piece }) => isAskedAgain(state, piece));
  if (!place.begun && askedPieces.length > 0 && askedPieces.every(({ done }) => !done)) {
    return { name: 'asked_again' };
  }
  const missing = state.required.find(({ done }) => !done);
  if (missing === undefined) return { name: 'review' };
  return pieceScreen(missing.piece) ?? { name: 'trouble', code: 'piece_unknown' };
}

function introduction(state: LiveState): Screen {
  return { name: state.askedAgain.length > 0 ? 'asked_again' : 'start' };
}

/** Only what the session asks for: a step back in history may name a piece of another document type. */
function mayOpen(state: LiveState, screen: Screen): boolean {
  if (['start', 'asked_again', 'review'].includes(screen.name)) return true;
  return pieceScreens(state).some((one) => isSame(one, screen));
}

/** The screens that the session's pieces ask for, each once, in order. */
export function pieceScreens(state: LiveState): readonly PieceScreen[] {
  const screens: PieceScreen[] = [];
  for (const { piece } of state.required) {
    const screen = pieceScreen(piece);
    if (screen !== null && !screens.some((one) => isSame(one, screen))) screens.push(screen);
  }
  return screens;
}

/** Whether every piece that a screen asks for is there. */
export function isScreenDone(state: LiveState, screen: Screen): boolean {
  const own = state.required.filter((one) => {
    const its = pieceScreen(one.piece);
    return its !== null && isSame(its, screen);
  });
  return own.length > 0 && own.every(({ done }: RequiredPiece) => done);
}

export function isSame(one: Screen, other: Screen): boolean {
  if (one.name === 'document' && other.name === 'document') return one.side === other.side;
  return one.name === other.name;
}

function isAskedAgain(state: LiveState, piece: string): boolean {
  const screen = pieceScreen(piece);
  return state.askedAgain.some((one) => {
    const its = pieceScreen(one.piece);
    return its !== null && screen !== null && isSame(its, screen);
  });
}

/** Behind submit. A status that this page does not know is one it promises nothing of. */
function closedScreen(state: ClosedState): Screen {
  const { showResult } = state.organization;
  switch (state.status) {
    case 'sandbox_pending':
      return { name: 'sandbox_outcome' };
    case 'processing':
      return showResult ? { name: 'checking' } : end('done');
    case 'completed':
      return end(showResult ? shownOutcome(state.outcome) : 'done');
    case 'under_review':
      return end('under_review');
    case 'failed':
      return end('failed');
    case 'expired':
      return end('expired');
    case 'pending':
    case 'capturing':
      return end('asked_again');
    default:
      return end('done');
  }
}

function shownOutcome(outcome: string | null): Ending {
  if (outcome === 'approved' || outcome === 'rejected') return outcome;
  return outcome === 'needs_review' ? 'under_review' : 'done';
}

function end(ending: Ending): Screen {
  return { name: 'end', ending };
}
