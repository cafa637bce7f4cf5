import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Client } from '@temporalio/client';
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import { z } from 'zod';
import { parseSettings } from '../../shared/config/settings';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { ofPart } from '../../shared/process/part';
import { connectTemporalClient } from '../../shared/temporal/connect-client';
import { deliveriesQueue, sessionsQueue } from '../../shared/temporal/names';
import type { Program } from './program';
import { replayRuns, type ReplayOutcome } from './replaying/replay-runs';
import { sampleOpen, type OpenRun, type SampledType } from './replaying/sample-open';

const settingsSchema = z.object({
  TEMPORAL_ADDRESS: z.string().min(1).default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  /** What this build's workers run. Default: the one that `npm run build` made. */
  WORKFLOW_BUNDLE: z.string().min(1).default(resolve(__dirname, '../../workflow-bundle.js')),
});

const count = z.coerce.number().int().min(0);
const optionsSchema = z.strictObject({
  newest: count.default(200),
  oldest: count.default(100),
});

/** Before a new build gets work: whether the workflows that are open now could go on with it. */
export const replay: Program = {
  usage: 'replay [--newest 200] [--oldest 100]',
  run: async ({ args, environment, report }) => {
    const settings = parseSettings(settingsSchema, environment);
    const size = sizeOf(args);
    const runtime = quietRuntime();
    const temporal = connectTemporalClient({
      address: settings.TEMPORAL_ADDRESS,
      namespace: settings.TEMPORAL_NAMESPACE,
      environment,
    });
    try {
      const types = await ofPart('Temporal', () => sampleOpen(openRuns(temporal.client), size));
      if (types.length === 0) report('No workflow is open: none could break.');
      const refused: ReplayOutcome[] = [];
      for (const sampled of types) {
        const outcomes: ReplayOutcome[] = [];
        for await (const outcome of replayRuns(
          temporal.client,
          sampled.runs,
          settings.WORKFLOW_BUNDLE,
        )) {
          outcomes.push(outcome);
        }
        report(summaryOf(sampled, outcomes));
        refused.push(...outcomes.filter(isRefusal));
      }
      for (const outcome of refused) report(lineOf(outcome));
      if (refused.length > 0) throw refusalOf(refused);
    } finally {
      await temporal.close();
      // Ends with its last worker, and keeps the process alive where there was none.
      await runtime.shutdown();
    }
  },
};

function sizeOf(args: readonly string[]): z.output<typeof optionsSchema> {
  const { values } = parseArgs({
    args: [...args],
    options: { newest: { type: 'string' }, oldest: { type: 'string' } },
  });
  return parseSettings(optionsSchema, { ...values });
}

async function* openRuns(temporal: Client): AsyncGenerator<OpenRun> {
  const query = `ExecutionStatus = "Running" AND TaskQueue IN ("${sessionsQueue}", "${deliveriesQueue}")`;
  for await (const { type, workflowId, runId } of temporal.workflow.list({ query })) {
    yield { type, workflowId, runId };
  }
}

function isRefusal({ kind }: ReplayOutcome): boolean {
  return kind === 'would_break' || kind === 'not_replayed';
}

function summaryOf({ type, open }: SampledType, outcomes: readonly ReplayOutcome[]): string {
  const of = (kind: ReplayOutcome['kind']): number =>
    outcomes.filter((outcome) => outcome.kind === kind).length;
  const parts = [
    `${String(open)} open`,
    `${String(of('goes_on'))} go on`,
    `${String(of('not_begun'))} have not begun`,
    `${String(of('stays'))} stay on their build`,
    `${String(of('would_break'))} would break`,
    `${String(of('not_replayed'))} could not be fetched`,
    `${String(open - outcomes.length)} not looked at`,
  ];
  return `${type}: ${parts.join(', ')}`;
}

function lineOf(outcome: ReplayOutcome): string {
  const { run } = outcome;
  const why = 'why' in outcome ? `: ${outcome.why}` : '';
  return `${outcome.kind} ${run.type} ${run.workflowId} (run ${run.runId})${why}`;
}

function refusalOf(refused: readonly ReplayOutcome[]): VerifaError {
  const breaking = refused.filter(({ kind }) => kind === 'would_break').length;
  const detail =
    breaking > 0
      ? `this build would break ${String(breaking)} open workflows: do not give it work.`
      : `${String(refused.length)} open workflows could not be fetched: nobody knows whether they would break.`;
  return new VerifaError('config_invalid', { detail });
}

/** What went wrong is told by us: the SDK would tell each history's in its own words as well. */
function quietRuntime(): Runtime {
  return Runtime.install({
    logger: new DefaultLogger('ERROR', () => undefined),
    telemetryOptions: {
      logging: {
        forward: {},
        filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }),
      },
    },
  });
}
