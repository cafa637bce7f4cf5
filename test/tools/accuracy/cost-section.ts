import { createCheckPool } from '../../../activities/checks/engines/pool/check-pool';
import type { CheckTask, CheckUsage } from '../../../activities/checks/engines/pool/check-task';
import { ensureEngineModels } from '../../../shared/downloads/engine-models';
import { ensureArtifact } from '../../../shared/downloads/ensure-artifact';
import { createSpecimenStudio, madeUpPeople, type Person } from '../../../services/local/specimen';
import { orlFace } from '../../../services/local/specimen/orl-faces';
import type { AccuracyDeps } from './accuracy-deps';
import { drawBill } from '../../api/documents/drawn-bill';
import { takenAgain } from './liveness/burst';
import { quantile } from './quantile';
import type { Section } from './report';

const sessionsEach = 10;
/** Of each challenge (`3-capture.md`). */
const framesEach = 5;
const limits = { oneSidedMs: 6_000, twoSidedMs: 8_000, peakRssMb: 1_500 };

interface SessionCost {
  readonly byTask: ReadonlyMap<CheckTask['kind'], number>;
  readonly cpuMs: number;
  readonly peakRssMb: number;
}

/** The whole set of a session's engine work, in one process with one thread, as a worker runs it. */
export async function costSection({ artifacts, report }: AccuracyDeps): Promise<Section> {
  const faces = await ensureArtifact('orl-faces', artifacts);
  const studio = await createSpecimenStudio({
    fontsDir: await ensureArtifact('specimen-fonts', artifacts),
  });
  const bill = await drawBill(artifacts, {
    name: 'A. EXAMPLE',
    address: ['MADE-UP STREET 12', '1000 AA NOWHERE'],
    dateRow: 'Date 3 March 2026',
  });
  const usages: { kind: CheckTask['kind']; usage: CheckUsage }[] = [];
  const pool = createCheckPool({
    size: 1,
    ...(await ensureEngineModels(artifacts)),
    intraOpThreads: 1,
    // Measured as it grows: no fresh process in between.
    maxRssMb: Number.POSITIVE_INFINITY,
    onUsage: (kind, usage) => usages.push({ kind, usage }),
  });
  const run = async (tasks: readonly CheckTask[]): Promise<SessionCost> => {
    usages.length = 0;
    for (const task of tasks) await pool.run(task);
    const byTask = new Map<CheckTask['kind'], number>();
    for (const { kind, usage } of usages) {
      byTask.set(kind, (byTask.get(kind) ?? 0) + usage.cpuMs);
    }
    return {
      byTask,
      cpuMs: usages.reduce((sum, { usage }) => sum + usage.cpuMs, 0),
      peakRssMb: Math.max(...usages.map(({ usage }) => usage.peakRssMb)),
    };
  };
  const oneSided: SessionCost[] = [];
  const twoSided: SessionCost[] = [];
  try {
    for (let face = 1; face <= sessionsEach; face += 1) {
      const person = await somebody(faces, face);
      const selfie = await orlFace(faces, face, 4);
      const options = { jpegQuality: 80, rotationDegrees: face * 3 - 15, seed: face };
      const extra = { selfie, bill, liveness: await frames(faces, face) };
      const passport = await studio.drawPassport(person, options);
      const card = await studio.drawIdCard(person, options);
      oneSided.push(await run(sessionTasks([passport], extra)));
      twoSided.push(await run(sessionTasks([card.front, card.back], extra)));
      report(`cost of ${String(face)} of ${String(sessionsEach)} sessions of each kind`);
    }
  } finally {
    await pool.dispose();
  }
  return section(oneSided, twoSided);
}

async function somebody(faces: string, face: number): Promise<Person> {
  const person = madeUpPeople[face % madeUpPeople.length];
  if (person === undefined) throw new Error('nobody is made up');
  return { ...person, portrait: await orlFace(faces, face, 1) };
}

interface BesidesDocuments {
  readonly selfie: Buffer;
  readonly bill: Buffer;
  readonly liveness: Omit<Extract<CheckTask, { kind: 'liveness_judge' }>, 'kind' | 'selfie'>;
}

/** As many frames as a capture may send: whether anything is performed on them costs the same. */
async function frames(faces: string, face: number): Promise<BesidesDocuments['liveness']> {
  const pictures: Buffer[] = [];
  for (let shot = 1; shot <= framesEach; shot += 1) {
    pictures.push(await takenAgain(await orlFace(faces, face, shot), shot));
  }
  return {
    neutral: await orlFace(faces, face, 1),
    challenges: (['blink', 'smile', 'turn_left'] as const).map((challenge) => ({
      challenge,
      frames: pictures,
    })),
    capture: null,
  };
}

/** Everything the engines are asked in a session with these pictures, every check of the table among it. */
function sessionTasks(
  [front, back]: readonly Buffer[],
  { selfie, bill, liveness }: BesidesDocuments,
): CheckTask[] {
  if (front === undefined) throw new Error('a document has a front');
  const sides = back === undefined ? [front] : [front, back];
  return [
    ...sides.map((image) => ({ kind: 'document_quality', image }) as const),
    {
      kind: 'document_read',
      pages: sides.map(
        (bytes, index) => ({ side: index === 0 ? 'front' : 'back', bytes }) as const,
      ),
    },
    ...sides.map((image) => ({ kind: 'image_trace', image }) as const),
    { kind: 'text_read', image: bill },
    { kind: 'face_match', portrait: front, selfie, threshold: 'standard' },
    { kind: 'face_embed', image: selfie },
    { kind: 'liveness_judge', ...liveness, selfie },
  ];
}

function section(oneSided: readonly SessionCost[], twoSided: readonly SessionCost[]): Section {
  const kinds = [
    ...new Set([...oneSided, ...twoSided].flatMap(({ byTask }) => [...byTask.keys()])),
  ];
  const ms = (value: number): string => `${value.toFixed(0)} ms`;
  const peak = Math.max(...[...oneSided, ...twoSided].map(({ peakRssMb }) => peakRssMb));
  const row = (name: string, of: (cost: SessionCost) => number): string[] => [
    name,
    ms(quantile(oneSided.map(of))),
    ms(quantile(oneSided.map(of), 0.95)),
    ms(quantile(twoSided.map(of))),
    ms(quantile(twoSided.map(of), 0.95)),
  ];
  const whole = (costs: readonly SessionCost[]): number =>
    quantile(costs.map(({ cpuMs }) => cpuMs));
  return {
    title: 'What a session costs',
    words: [
      `CPU time of one process with one thread for each engine, over ${String(sessionsEach)} sessions of each kind; loading the engines is in the first session of the kind. The aim: at most ${ms(limits.oneSidedMs)} one-sided and ${ms(limits.twoSidedMs)} two-sided (median), and no process beyond ${String(limits.peakRssMb)} MB.`,
      `The most memory the process held: ${peak.toFixed(0)} MB.`,
    ],
    tables: [
      {
        head: ['task', 'one-sided, median', '95 %', 'two-sided, median', '95 %'],
        rows: [
          ...kinds.map((kind) => row(`\`${kind}\``, ({ byTask }) => byTask.get(kind) ?? 0)),
          row('all', ({ cpuMs }) => cpuMs),
        ],
      },
    ],
    shortfalls: [
      ...(whole(oneSided) > limits.oneSidedMs
        ? ['a one-sided session costs more than its aim']
        : []),
      ...(whole(twoSided) > limits.twoSidedMs
        ? ['a two-sided session costs more than its aim']
        : []),
      ...(peak > limits.peakRssMb ? ['the process grows beyond its aim'] : []),
    ],
  };
}
