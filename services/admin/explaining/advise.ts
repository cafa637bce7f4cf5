import { isTerminal } from '../../../shared/domain/lifecycle/status-catalogue';
import { sessionStatuses, type SessionStatus } from '../../../shared/domain/lifecycle/state';
import type { Explanation, SessionFacts, WebhookFacts, WorkflowFacts } from './explanation';

/** Longer than anything that is well takes. */
const lateMs = 2 * 60_000;
/** Younger rows may be between their commit and their start. */
const settledMs = 60_000;

/** What is wrong, each with what to do; where nothing is, what the session waits for. */
export function advise(told: Explanation): readonly string[] {
  const { session, workflow, records, webhooks } = told;
  if (session.kind === 'unread') {
    return ['Postgres could not be asked: see that DATABASE_URL reaches it, and run this again.'];
  }
  if (session.value === null) {
    return ['There is no such session. An erased one keeps its row: see the id and DATABASE_URL.'];
  }
  const row = session.value;
  const wrong = [
    ...(row.isReadable ? [] : [unreadable]),
    ...(workflow.kind === 'unread'
      ? ['Temporal could not be asked: see TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE.']
      : aboutWorkflow(row, workflow.value, told.at)),
    ...(records.kind === 'unread'
      ? ['Its checks, links and timeline could not be read: see the reason above.']
      : [
          ...aboutChecks(row, records.value.checks),
          ...(records.value.objectsToDelete > 0 ? [objectsLeft] : []),
          ...records.value.invitations.flatMap(({ number, state }) =>
            state === 'waits' ? [invitationWaits(number)] : [],
          ),
        ]),
    ...(webhooks.kind === 'unread'
      ? ['Its webhooks could not be read: see the reason above.']
      : aboutWebhooks(webhooks.value)),
    ...(row.erasurePending ? ['An erasure waits for the end of the legal hold.'] : []),
  ];
  return [...wrong, waitsFor(row, records.kind === 'read' ? records.value.cases : [])];
}

const unreadable =
  'sessions.state of its row cannot be read: no run can go on from it. Mend the column (its mirrors status, attempt, ' +
  'capture stand beside it, the timeline tells the last transition); the workflow looks again at least every hour, and ' +
  'within a minute when it is terminated.';

const objectsLeft =
  'Objects are still to be deleted: the object store refuses or is away; verifa-sweep tries again each minute.';

function invitationWaits(number: number): string {
  return (
    `Invitation ${String(number)} was not sent: see that the workers have MAIL_URL, MAIL_FROM and PUBLIC_URL, and its ` +
    `workflow (…-invitation-${String(number)}) in Temporal.`
  );
}

function aboutWorkflow(
  row: SessionFacts,
  workflow: WorkflowFacts | null,
  at: Date,
): readonly string[] {
  const isOver = isTerminal(statusOf(row));
  const isRunning = workflow?.status === 'RUNNING';
  if (isOver) return isRunning && isLate(row.updatedAt, at) ? [closesLate] : [];
  if (!isRunning) {
    if (at.getTime() - row.updatedAt.getTime() < settledMs) return [];
    return [gone(workflow)];
  }
  return [
    ...taskAdvice(workflow, at),
    ...workflow.activities.flatMap((activity) => {
      const { activity: name, startedTries, scheduledAt, lastFailure } = activity;
      if (lastFailure !== null && startedTries > 0) {
        return [
          `Activity ${name} fails (${lastFailure}, try ${String(startedTries)}): ${meaning(lastFailure)}`,
        ];
      }
      const isWaiting = startedTries === 0 && scheduledAt !== null && isLate(scheduledAt, at);
      return isWaiting
        ? [`No worker has taken activity ${name}: see that one runs, and its queue.`]
        : [];
    }),
    ...(row.deadlineAt !== null && isLate(row.deadlineAt, at) && row.isReadable
      ? [deadlineLate]
      : []),
  ];
}

const closesLate =
  'The session is over and its workflow runs on: see its last event; a message that waits for an answer keeps it.';
const deadlineLate =
  'Its deadline is past and nothing came of it: see the workflow task and that a worker runs.';

function gone(workflow: WorkflowFacts | null): string {
  const what =
    workflow === null ? 'Temporal knows no workflow of it' : `Its workflow is ${workflow.status}`;
  return (
    `${what}, and it should be running: the schedule verifa-sweep starts it again from its row within a minute. ` +
    'Where it does not, see that a worker runs and that the schedule is not paused.'
  );
}

function taskAdvice({ task, taskFailure }: WorkflowFacts, at: Date): readonly string[] {
  if (taskFailure !== null) {
    return [
      `Its workflow task fails (${taskFailure}), again and again: after a deploy, roll the workers back; where no deploy ` +
        'did it, the log has the frames under this workflow_id. Terminated, it is started again from its row.',
    ];
  }
  const isWaiting = task !== null && !task.isStarted && task.scheduledAt !== null;
  return isWaiting && isLate(task.scheduledAt, at)
    ? ['No worker has taken its workflow task: see that one runs and polls verifa-sessions.']
    : [];
}

function meaning(code: string): string {
  switch (code) {
    case 'temporarily_unavailable':
      return 'Postgres or the object store was away; it is tried again.';
    case 'engine_failed':
      return 'a process of the engines died or overran: see its memory and CHECK_PROCESSES.';
    case 'timeout':
      return 'its worker was gone, or too slow.';
    case 'transition_conflict':
      return 'two writers of one transition: see the alert in the log.';
    default:
      return 'the log has its frames under this session_id.';
  }
}

function aboutChecks(
  { status }: SessionFacts,
  checks: readonly { readonly check: string; readonly status: string }[],
): readonly string[] {
  const gaveUp = checks.filter((one) => one.status === 'error').map(({ check }) => check);
  if (gaveUp.length === 0) return [];
  const then =
    status === 'failed' || status === 'completed'
      ? 'POST /api/v1/sessions/{id}/reprocess runs them again.'
      : 'a reviewer decides, or the session is reprocessed once it is over.';
  return [`Engines gave up on ${gaveUp.join(', ')}: ${then}`];
}

function aboutWebhooks({ undispatched, troubled }: WebhookFacts): readonly string[] {
  const failed = troubled.filter(({ status }) => status === 'failed');
  const held = new Set(
    troubled.flatMap((one) =>
      one.endpointState === 'enabled' || one.status === 'failed' ? [] : [one.endpointId],
    ),
  );
  const trying = troubled.filter(
    ({ status, lastTry, endpointState }) =>
      status === 'pending' &&
      endpointState === 'enabled' &&
      lastTry !== null &&
      lastTry.error !== null,
  );
  return [
    ...(undispatched.length === 0
      ? []
      : [
          `${String(undispatched.length)} events wait for a dispatcher: a moment is usual; longer, see that a worker runs.`,
        ]),
    ...(trying.length === 0
      ? []
      : [`${String(trying.length)} deliveries are tried again by themselves, at the times above.`]),
    ...[...held].map(
      (id) =>
        `Endpoint ${id} takes nothing: mend the receiver, then enable it; what is held goes out.`,
    ),
    ...(failed.length === 0
      ? []
      : [
          `${String(failed.length)} deliveries are given up: mend the receiver, then ` +
            'POST /api/v1/webhooks/deliveries/{id}/retry each, or replay the endpoint.',
        ]),
  ];
}

function waitsFor(
  row: SessionFacts,
  cases: readonly { readonly id: string; readonly status: string }[],
): string {
  const until = row.deadlineAt === null ? '' : `, until ${row.deadlineAt.toISOString()}`;
  switch (statusOf(row)) {
    case 'pending':
      return `It waits for its person to open the link${until}.`;
    case 'capturing':
      return `It waits for the rest of the capture and its submission${until}.`;
    case 'processing':
      return 'Its checks run.';
    case 'awaiting_external':
      return `It waits for the integrator's decision at gate ${row.gate ?? '(not known)'}${until}.`;
    case 'under_review': {
      const open = cases.find(({ status }) => !closed.has(status));
      return `It waits for a reviewer: case ${open?.id ?? '(none is open)'}.`;
    }
    case 'sandbox_pending':
      return `It waits for its tester: POST /api/v1/sessions/{id}/simulate${until}.`;
    case 'completed':
      return `It is over, ${row.result ?? 'without a result'}; nothing is waited for.`;
    case 'expired':
      return 'It ran out; POST /api/v1/sessions/{id}/resume opens it again.';
    case 'failed':
      return 'It failed; POST /api/v1/sessions/{id}/reprocess runs its checks again.';
  }
}

const closed: ReadonlySet<string> = new Set(['approved', 'rejected', 'closed']);

function statusOf({ status }: SessionFacts): SessionStatus {
  return sessionStatuses.find((known) => known === status) ?? 'processing';
}

function isLate(since: Date, at: Date): boolean {
  return at.getTime() - since.getTime() > lateMs;
}
