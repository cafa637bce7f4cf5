import { proxyLocalActivities } from '@temporalio/workflow';
import type {
  AttemptRef,
  CheckNode,
  LoadedAttempt,
  SessionActivities,
} from '../activities/session/contract';
import type { CheckName, CheckOutcome } from '../shared/domain/checks/outcome';
import { assertNever } from '../shared/domain/assert-never';
import { conclude } from '../shared/domain/graph/conclude';
import { checksOf, eagerChecksOf, walk, type Standing } from '../shared/domain/graph/walk';
import type { SessionEvent } from '../shared/domain/lifecycle/event';
import { runByClass, runTogether } from './check-rounds';
import { localActivityOptions } from './local-activities';

const { loadAttempt, chooseRoute } = proxyLocalActivities<SessionActivities>(localActivityOptions);

export interface AttemptAnswer {
  readonly event: SessionEvent;
  readonly gateTimeoutSeconds?: number;
  /** What is known of the attempt by now. */
  readonly outcomes: readonly CheckOutcome[];
}

/**
 * Carries an attempt on from what is already known of it: runs the checks that have no outcome yet, all
 * at once, and says what happens next. The same for a fresh attempt, behind a gate, for a rerun of the
 * decision, and for a workflow that was started again in the middle.
 */
export async function carryOn(
  ref: AttemptRef,
  known: {
    /** Absent, it is read. */
    readonly loaded: LoadedAttempt | undefined;
    readonly isBrief: boolean;
  },
): Promise<AttemptAnswer> {
  const attempt = await load(ref, known.loaded, known.isBrief ? runTogether : runByClass);
  const { loaded } = attempt;
  const waiting = new Set(
    checksOf(loaded.graph)
      .filter((node) => node.eager === false)
      .map(({ check }) => check),
  );
  const always = loaded.always ?? [];
  await runMissing(attempt, [
    ...eagerChecksOf(loaded.graph),
    ...always.filter(({ check }) => !waiting.has(check)),
  ]);
  // Each round adds an outcome or a choice; a valid graph has no cycle, so there are no more than nodes.
  for (let round = 0; round <= loaded.graph.nodes.length; round += 1) {
    const standing = standingOf(attempt);
    if (standing.kind === 'needs_check') await runMissing(attempt, [standing.node]);
    else if (standing.kind === 'needs_choice') await chooseWay(attempt, standing.node.id);
    else {
      // Before any terminal, also on a way that does not come by their own nodes.
      if (standing.kind === 'decided') await runMissing(attempt, always);
      return answer(attempt, standing);
    }
  }
  return giveUp(attempt, 'invalid_definition');
}

/**
 * A sandbox session's decision, run again: on what was made up for it and on reviewers' words, and on nothing
 * else. No check runs; one without an outcome is skipped, which its route, or a person, decides. Gates are
 * passed, as the chosen outcome passed them.
 */
export async function decideOnRecorded(
  ref: AttemptRef,
  loaded: LoadedAttempt | undefined,
): Promise<AttemptAnswer> {
  const attempt = await load(ref, loaded, runByClass);
  const { nodes } = attempt.loaded.graph;
  for (let round = 0; round <= nodes.length; round += 1) {
    const standing = standingOf(attempt);
    if (standing.kind === 'needs_check') skip(attempt, standing.node.check);
    else if (standing.kind === 'needs_choice') await chooseWay(attempt, standing.node.id);
    else if (standing.kind === 'at_gate') attempt.passed.add(standing.node.id);
    else return answer(attempt, standing);
  }
  return giveUp(attempt, 'invalid_definition');
}

async function load(
  ref: AttemptRef,
  given: LoadedAttempt | undefined,
  runChecks: typeof runByClass,
): Promise<Attempt> {
  const loaded = given ?? (await readAttempt(ref));
  return {
    ref,
    loaded,
    runChecks,
    known: new Map(loaded.outcomes.map((outcome) => [outcome.check, outcome])),
    choices: new Map(),
    passed: new Set(),
  };
}

function readAttempt(ref: AttemptRef): Promise<LoadedAttempt> {
  const summary = `attempt ${String(ref.attempt)}: its workflow, and what is known of it`;
  return loadAttempt.executeWithOptions({ summary }, [ref]);
}

async function chooseWay({ ref, choices }: Attempt, node: string): Promise<void> {
  const summary = `which way from ${node.slice(0, 64)}`;
  const { to } = await chooseRoute.executeWithOptions({ summary }, [{ ...ref, node }]);
  choices.set(node, to);
}

function skip({ known }: Attempt, check: CheckName): void {
  const reasons = ['not_simulated'];
  const engine = { engine: 'sandbox', engineVersion: '1' };
  known.set(check, { check, status: 'skipped', score: null, reasons, ...engine });
}

interface Attempt {
  readonly ref: AttemptRef;
  readonly loaded: LoadedAttempt;
  readonly runChecks: typeof runByClass;
  readonly known: Map<CheckName, CheckOutcome>;
  readonly choices: Map<string, string>;
  /** Gates that nobody is asked at: a sandbox session's. */
  readonly passed: Set<string>;
}

/** Runs what has no outcome yet; what breaks for good gets the outcome `error`. */
async function runMissing(
  { ref, known, runChecks }: Attempt,
  nodes: readonly CheckNode[],
): Promise<void> {
  const missing = nodes.filter((node) => !known.has(node.check));
  const checks = missing.map(({ check, config }) => ({ check, config }));
  for (const outcome of await runChecks({ ...ref, checks })) known.set(outcome.check, outcome);
}

type Arrived = Exclude<Standing, { kind: 'needs_check' | 'needs_choice' }>;

/** A definition that cannot be walked is not the person's fault, and no second walk mends it. */
function standingOf({
  loaded,
  known,
  choices,
  passed,
}: Attempt): Standing | { readonly kind: 'unwalkable' } {
  try {
    const gates = new Map(Object.entries(loaded.gates));
    for (const gate of passed) gates.set(gate, 'continue');
    return walk(loaded.graph, { checks: known, gates, choices });
  } catch {
    return { kind: 'unwalkable' };
  }
}

function answer(
  whole: Attempt,
  standing: Arrived | { readonly kind: 'unwalkable' },
): AttemptAnswer {
  const { ref, loaded, known } = whole;
  const { attempt } = ref;
  const outcomes = [...known.values()];
  switch (standing.kind) {
    case 'decided': {
      const { screeningWithoutLists } = loaded;
      // Histories of release 0.1.0 know no checks that always run: nothing to tighten with.
      const always =
        loaded.always === undefined
          ? null
          : {
              outcomes: known,
              ...(screeningWithoutLists === undefined ? {} : { screeningWithoutLists }),
            };
      const { decision, reasonCode } = conclude(standing, known, always);
      const isDual = decision === 'needs_review' && loaded.dualReview === true;
      return {
        event: {
          type: 'decide',
          attempt,
          decision,
          reasonCode,
          ...(isDual ? { dualReview: true } : {}),
        },
        outcomes,
      };
    }
    case 'at_gate': {
      const { id, timeoutSeconds } = standing.node;
      return {
        event: { type: 'reach_gate', attempt, gate: id },
        ...(timeoutSeconds === undefined ? {} : { gateTimeoutSeconds: timeoutSeconds }),
        outcomes,
      };
    }
    case 'unwalkable':
      return giveUp(whole, 'invalid_definition');
    case 'failed':
      return giveUp(whole, 'engine_failed');
    default:
      return assertNever(standing);
  }
}

function giveUp({ ref: { attempt }, known }: Attempt, errorCode: string): AttemptAnswer {
  return { event: { type: 'give_up', attempt, errorCode }, outcomes: [...known.values()] };
}
