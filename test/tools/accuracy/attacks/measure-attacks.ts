import {
  createCheckPool,
  type CheckPool,
} from '../../../../activities/checks/engines/pool/check-pool';
import { pooledEngines } from '../../../../activities/checks/engines/pool/pooled-engines';
import { ensureEngineModels } from '../../../../shared/downloads/engine-models';
import type { ArtifactDeps } from '../../../../shared/downloads/ensure-artifact';
import { connectDatabase } from '../../../../shared/database/connect';
import { createTestDatabase } from '../../../stack/database';
import { startTestPostgres } from '../../../stack/servers';
import type { AccuracyDeps } from '../accuracy-deps';
import type { AttackGroup } from './attack-kind';
import type { AttackSet } from './attack-sets';
import { attackKinds } from './attacks';
import { openCorpus, type CorpusDrawer } from './draw-corpus';
import { genuineViews } from './genuine';
import {
  accepts,
  corpusWorkflows,
  judgeSession,
  lookingOnce,
  type CorpusEngines,
  type CorpusVerdict,
} from './judge-session';
import type { Upload } from './upload';

/** Documents of each kind of attack; of each way of photographing genuine ones, more: a rate is asked of them. */
const attacksEach = 10;
const genuineEach = 24;

export interface CorpusCase {
  readonly group: AttackGroup | 'genuine';
  readonly kind: string;
  readonly turn: number;
  readonly draw: () => Promise<Upload>;
}

export interface MeasuredCase extends Omit<CorpusCase, 'draw'> {
  /** By the name of the workflow; only of those that accept what was declared. */
  readonly verdicts: ReadonlyMap<string, CorpusVerdict>;
}

export function corpusCases(
  corpus: CorpusDrawer,
  each: { readonly attacks: number; readonly genuine: number },
): readonly CorpusCase[] {
  const turns = (count: number): number[] => Array.from({ length: count }, (_, turn) => turn);
  return [
    ...genuineViews.flatMap((view) =>
      turns(each.genuine).map((turn) => ({
        group: 'genuine' as const,
        kind: view,
        turn,
        draw: () => corpus.genuine(view, turn),
      })),
    ),
    ...attackKinds.flatMap((kind) =>
      turns(each.attacks).map((turn) => ({
        group: kind.group,
        kind: kind.name,
        turn,
        draw: () => corpus.attack(kind, turn),
      })),
    ),
  ];
}

/** Draws the measuring set and has every upload judged by both workflows. */
export async function measureAttacks(
  { artifacts, report }: AccuracyDeps,
  set: AttackSet,
): Promise<readonly MeasuredCase[]> {
  const postgres = await startTestPostgres();
  const pool = await openPool(artifacts, 1);
  try {
    const database = await createTestDatabase(postgres.environment);
    const db = connectDatabase({ url: database.url, maxConnections: 4 });
    try {
      const cases = corpusCases(await openCorpus(set, artifacts), {
        attacks: attacksEach,
        genuine: genuineEach,
      });
      const workflows = await corpusWorkflows();
      const measured: MeasuredCase[] = [];
      for (const { draw, ...one } of cases) {
        const upload = await draw();
        const engines = lookingOnce(corpusEngines(pool));
        const verdicts = new Map<string, CorpusVerdict>();
        for (const workflow of workflows.filter((one) => accepts(one, upload))) {
          verdicts.set(workflow.name, await judgeSession({ db, engines }, upload, workflow));
        }
        measured.push({ ...one, verdicts });
        if (measured.length % 20 === 0) {
          report(`${String(measured.length)} of ${String(cases.length)} uploads judged`);
        }
      }
      return measured;
    } finally {
      await db.destroy();
    }
  } finally {
    await pool.dispose();
    await postgres.stop();
  }
}

/** The worker's engines in a worker's process, one thread each. */
export async function openPool(
  artifacts: ArtifactDeps,
  size: number,
  processFile?: string,
): Promise<CheckPool> {
  return createCheckPool({
    size,
    ...(processFile === undefined ? {} : { processFile }),
    ...(await ensureEngineModels(artifacts)),
    intraOpThreads: 1,
    // Only ends what hangs: on a loaded machine a task takes minutes.
    taskTimeoutMs: 600_000,
  });
}

export function corpusEngines(pool: CheckPool): CorpusEngines {
  return {
    ...pooledEngines(pool),
    countFaces: (image) => pool.run({ kind: 'face_count', image }),
  };
}
