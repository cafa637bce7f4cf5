import { searchAttributeKeys as keys } from './search-attributes';

/** A query of Temporal's list that operators come back to. */
export interface SavedView {
  readonly name: string;
  /** What it finds, and what an operator does about it. */
  readonly what: string;
  readonly query: string;
}

const hourMs = 60 * 60_000;
const running = 'ExecutionStatus = "Running"';
const sessions = `${keys.kind.name} = "session"`;

function withStatus(status: string): string {
  return `${keys.status.name} = "${status}"`;
}

/**
 * The views of `deploy/TEMPORAL.md`. Temporal's queries know no "today": those of time hold for `now`.
 */
export function savedViews(now: Date): readonly SavedView[] {
  const tomorrow = new Date(now);
  tomorrow.setUTCHours(24, 0, 0, 0);
  const anHourAgo = new Date(now.getTime() - hourMs);
  return [
    {
      name: 'Stuck',
      what: 'Workflows whose tasks fail, and sessions whose row cannot be read: none is the right number.',
      query: `${running} AND (TemporalReportedProblems IS NOT NULL OR ${keys.reason.name} = "session_unreadable")`,
    },
    {
      name: 'Overdue',
      what: 'Sessions that should have ended by themselves an hour ago: no worker, or a wedged one.',
      query: `${sessions} AND ${running} AND ${keys.deadline.name} < "${anHourAgo.toISOString()}"`,
    },
    {
      name: 'Under review',
      what: 'Sessions that wait for a reviewer, the oldest last.',
      query: `${sessions} AND ${running} AND ${withStatus('under_review')}`,
    },
    {
      name: 'At a gate',
      what: "Sessions that wait for the integrator's answer.",
      query: `${sessions} AND ${running} AND ${withStatus('awaiting_external')}`,
    },
    {
      name: 'Expiring today',
      what: 'Sessions whose present status ends by itself before midnight UTC.',
      query: `${sessions} AND ${running} AND ${keys.deadline.name} < "${tomorrow.toISOString()}"`,
    },
    {
      name: 'Approved',
      what: 'Sessions that were approved, by checks or by a reviewer.',
      query: `${sessions} AND ${keys.decision.name} = "approved"`,
    },
    {
      name: 'Declined',
      what: `Sessions that were rejected; ${keys.reason.name} tells why.`,
      query: `${sessions} AND ${keys.decision.name} = "rejected"`,
    },
    {
      name: 'High risk',
      what: 'Sessions whose signals add up to high or critical.',
      query: `${sessions} AND ${keys.riskBand.name} IN ("high", "critical")`,
    },
    {
      name: 'Expired or failed',
      what: 'Sessions that ended without a decision.',
      query: `${sessions} AND ${keys.status.name} IN ("expired", "failed")`,
    },
    {
      name: 'Deliveries in trouble',
      what: 'Webhooks whose first try failed and that are tried again.',
      query: `${keys.kind.name} = "delivery" AND ${running}`,
    },
    {
      name: 'Invitations waiting',
      what: 'E-mails that are not sent yet: no mail server, or one that refuses them.',
      query: `${keys.kind.name} = "invitation" AND ${running}`,
    },
    {
      name: 'Sweeps',
      what: 'The runs of every minute that put right what a crash left behind.',
      query: `${keys.kind.name} = "sweep"`,
    },
    {
      name: 'Housekeeping that failed',
      what: 'Runs of the sweep, of retention and of the lists that came to no good end.',
      query: `${keys.kind.name} IN ("sweep", "retention", "watchlists") AND ExecutionStatus IN ("Failed", "TimedOut", "Terminated")`,
    },
  ];
}

/** Everything about one session: its own runs, its webhooks in trouble, its invitations. */
export function viewOfSession(sessionId: string): string {
  return `WorkflowId = "${sessionId}" OR ${keys.session.name} = "${sessionId}"`;
}

/** A page of Temporal's UI, to be kept as a bookmark. */
export function viewUrl(uiUrl: string, namespace: string, query: string): string {
  const list = `${uiUrl}/namespaces/${encodeURIComponent(namespace)}/workflows`;
  return `${list}?query=${encodeURIComponent(query)}`;
}
