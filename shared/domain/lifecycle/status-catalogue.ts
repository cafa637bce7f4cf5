import { sessionStatuses, type SessionStatus } from './state';

/** What ends a status by itself: the capture token, the tester's week, or a gate's own time. */
export type StatusEnd = 'token' | 'sandbox_wait' | 'gate';

export interface StatusRecord {
  /** Whether the session is over: its workflow closes, and only a person moves it again. */
  readonly isTerminal: boolean;
  /** Whether the person may still send pieces and submit. */
  readonly takesCapture: boolean;
  /** Whether a case that is open stays open in it: over the review, and over a rerun of its decision. */
  readonly keepsCase: boolean;
  readonly endsBy: StatusEnd | null;
}

/** Every status there is; its words for operators are in `workflows/standing.ts`. Which input leads from one to another is `table.ts`. */
export const statusCatalogue = {
  pending: {
    isTerminal: false,
    takesCapture: true,
    keepsCase: false,
    endsBy: 'token',
  },
  capturing: {
    isTerminal: false,
    takesCapture: true,
    keepsCase: false,
    endsBy: 'token',
  },
  processing: {
    isTerminal: false,
    takesCapture: false,
    keepsCase: true,
    endsBy: null,
  },
  awaiting_external: {
    isTerminal: false,
    takesCapture: false,
    keepsCase: true,
    endsBy: 'gate',
  },
  under_review: {
    isTerminal: false,
    takesCapture: false,
    keepsCase: true,
    endsBy: null,
  },
  sandbox_pending: {
    isTerminal: false,
    takesCapture: false,
    keepsCase: false,
    endsBy: 'sandbox_wait',
  },
  completed: {
    isTerminal: true,
    takesCapture: false,
    keepsCase: false,
    endsBy: null,
  },
  expired: {
    isTerminal: true,
    takesCapture: false,
    keepsCase: false,
    endsBy: null,
  },
  failed: {
    isTerminal: true,
    takesCapture: false,
    keepsCase: false,
    endsBy: null,
  },
} as const satisfies Readonly<Record<SessionStatus, StatusRecord>>;

export type TerminalStatus = {
  [S in SessionStatus]: (typeof statusCatalogue)[S]['isTerminal'] extends true ? S : never;
}[SessionStatus];

export function isTerminal(status: SessionStatus): status is TerminalStatus {
  return statusCatalogue[status].isTerminal;
}

export const terminalStatuses: readonly TerminalStatus[] = sessionStatuses.filter(isTerminal);

export function takesCapture(status: SessionStatus): boolean {
  return statusCatalogue[status].takesCapture;
}

/** How long a sandbox session waits for its tester. */
export const sandboxWaitMs = 7 * 24 * 60 * 60 * 1000;
