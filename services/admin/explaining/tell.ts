import type {
  DeliveryFacts,
  Explanation,
  Part,
  RecordFacts,
  SessionFacts,
  WebhookFacts,
  WorkflowFacts,
} from './explanation';

const margin = 12;

/** The story as lines, for a terminal. */
export function tell(told: Explanation, advice: readonly string[]): readonly string[] {
  return [
    `${told.sessionId}   looked at ${told.at.toISOString()}`,
    ...section('session', told.session, (row) =>
      row === null ? ['no such row'] : sessionLines(row),
    ),
    ...section('workflow', told.workflow, (found) =>
      found === null
        ? ['none that Temporal knows (closed ones go with its retention)']
        : workflowLines(found),
    ),
    ...section('records', told.records, recordLines),
    ...section('webhooks', told.webhooks, webhookLines),
    ...titled('next', advice),
  ];
}

function section<T>(
  title: string,
  part: Part<T>,
  lines: (value: T) => readonly string[],
): readonly string[] {
  return titled(
    title,
    part.kind === 'read' ? lines(part.value) : [`COULD NOT BE READ: ${part.why}`],
  );
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => `${(index === 0 ? title : '').padEnd(margin)}${line}`);
}

function sessionLines(row: SessionFacts): readonly string[] {
  const held = row.legalHold ? ', under legal hold' : '';
  return [
    `${row.status}, attempt ${String(row.attempt)}, capture ${String(row.capture)}, ${String(row.sequence)} transitions`,
    `${row.environment} of ${row.organizationId}, by ${row.workflow}`,
    `created ${time(row.createdAt)}, changed ${time(row.updatedAt)}, deadline ${time(row.deadlineAt)}`,
    `result ${row.result ?? 'none'}, data ${row.retention}${row.hasKey ? '' : ' (its key is destroyed)'}${held}`,
    ...(row.isReadable ? [] : ['STATE CANNOT BE READ']),
  ];
}

function workflowLines(workflow: WorkflowFacts): readonly string[] {
  const { lastEvent, task } = workflow;
  return [
    `${workflow.status}, run ${workflow.runId}, ${String(workflow.events)} events`,
    `started ${time(workflow.startedAt)}, closed ${time(workflow.closedAt)}`,
    ...(lastEvent === null ? [] : [`last event ${lastEvent.type} at ${time(lastEvent.at)}`]),
    ...(task === null
      ? []
      : [
          `workflow task ${task.isStarted ? 'with a worker' : 'waits for a worker'}, try ${String(task.tries)}, ` +
            `since ${time(task.scheduledAt)}`,
        ]),
    ...(workflow.taskFailure === null ? [] : [`WORKFLOW TASK FAILS: ${workflow.taskFailure}`]),
    ...workflow.activities.map(
      ({ activity, startedTries, lastFailure, nextTryAt }) =>
        `activity ${activity}: ${startedTries === 0 ? 'waits for a worker' : `try ${String(startedTries)}`}` +
        (lastFailure === null ? '' : `, last failure ${lastFailure}`) +
        (nextTryAt === null ? '' : `, next at ${time(nextTryAt)}`),
    ),
  ];
}

function recordLines(records: RecordFacts): readonly string[] {
  return [
    ...(records.checks.length === 0 ? ['no check has an outcome'] : []),
    ...records.checks.map(
      ({ check, status, reasons, engine, durationMs }) =>
        `check ${check}: ${status}${reasons.length === 0 ? '' : ` (${reasons.join(', ')})`}, ${engine}, ${String(durationMs)} ms`,
    ),
    ...records.cases.map(({ id, status }) => `case ${id}: ${status}`),
    ...records.links.map(
      ({ id, status, createdAt, expiresAt }) =>
        `link ${id}: ${status}, made ${time(createdAt)}, runs out ${time(expiresAt)}`,
    ),
    ...records.invitations.map(({ number, state }) => `invitation ${String(number)}: ${state}`),
    ...(records.objectsToDelete === 0
      ? []
      : [`${String(records.objectsToDelete)} objects are still to be deleted`]),
    ...records.steps.map(
      ({ at, kind, event, from, to, by, requestId }) =>
        `${time(at)} ${kind === 'refused' ? 'REFUSED ' : ''}${event}${to === null ? '' : ` ${from ?? 'new'} → ${to}`} by ${by}` +
        (requestId === null ? '' : `, message ${requestId}`),
    ),
  ];
}

function webhookLines({ counts, undispatched, troubled }: WebhookFacts): readonly string[] {
  const by = Object.entries(counts).map(([status, count]) => `${String(count)} ${status}`);
  return [
    `deliveries: ${by.length === 0 ? 'none' : by.join(', ')}; events not dispatched: ${String(undispatched.length)}`,
    ...troubled.map(deliveryLine),
  ];
}

function deliveryLine(delivery: DeliveryFacts): string {
  const { lastTry, nextTryAt } = delivery;
  const reason = delivery.disabledReason === null ? '' : ` (${delivery.disabledReason})`;
  return [
    `${delivery.id} ${delivery.eventType}: ${delivery.status}`,
    `to ${delivery.endpointId}${delivery.endpointState === 'enabled' ? '' : ` ${delivery.endpointState}${reason}`}`,
    `round ${String(delivery.round)}, ${String(delivery.tries)} tries`,
    ...(lastTry === null
      ? []
      : [
          `last ${lastTry.error ?? 'taken'}${lastTry.statusCode === null ? '' : ` ${String(lastTry.statusCode)}`} at ${time(lastTry.at)}`,
        ]),
    ...(nextTryAt === null ? [] : [`next at ${time(nextTryAt)}`]),
  ].join(', ');
}

function time(at: Date | null): string {
  return at === null ? 'none' : at.toISOString();
}
