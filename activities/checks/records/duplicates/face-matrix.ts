import type { SessionId } from '../../../../shared/domain/ids';
import { calibratedScore } from '../../engines/face/face-calibration';
import type { PackedFace } from '../../engines/face/packed-embedding';

export interface MatrixFace {
  readonly position: number;
  readonly sessionId: SessionId;
  readonly face: PackedFace;
}

export interface MatrixHit {
  readonly position: number;
  readonly sessionId: SessionId;
  readonly score: number;
}

export interface MatrixQuery {
  readonly wanted: PackedFace;
  /** Only faces of a lower position. */
  readonly before: number;
  /** On the calibrated score. */
  readonly minimumScore: number;
}

/** Faces in one piece of memory, and compared before the event loop has its turn: some milliseconds. */
const facesPerBlock = 4_096;

interface Block {
  readonly values: Int8Array;
  /** Zero where nothing is, or nothing is any more. */
  readonly norms: Float64Array;
  readonly positions: Float64Array;
  readonly sessions: (SessionId | null)[];
  used: number;
}

/**
 * An owner's deciphered faces of one engine, one byte a dimension in blocks: 100,000 of 512 dimensions are
 * 51 MB, and a search reads through them. The score is the very one of `packedCosine`.
 */
export class FaceMatrix {
  private readonly blocks: Block[] = [];
  private readonly places = new Map<
    SessionId,
    { readonly block: Block; readonly index: number }[]
  >();
  private count = 0;

  constructor(private readonly dimensions: number) {}

  /** How many faces are held. */
  get size(): number {
    return this.count;
  }

  /** More places are empty than held: it is worth to be read anew. */
  get isSparse(): boolean {
    return this.blocks.length * facesPerBlock > 2 * this.count + 2 * facesPerBlock;
  }

  add({ position, sessionId, face }: MatrixFace): void {
    // Of another length, it is like none (`packedCosine`); counted all the same.
    const isComparable = face.values.length === this.dimensions;
    let block = this.blocks.at(-1);
    if (block === undefined || block.used === facesPerBlock) {
      block = emptyBlock(this.dimensions);
      this.blocks.push(block);
    }
    const index = block.used;
    block.used += 1;
    if (isComparable) block.values.set(face.values, index * this.dimensions);
    block.norms[index] = isComparable ? face.norm : 0;
    block.positions[index] = position;
    block.sessions[index] = sessionId;
    const places = this.places.get(sessionId);
    if (places === undefined) this.places.set(sessionId, [{ block, index }]);
    else places.push({ block, index });
    this.count += 1;
  }

  /** Overwrites what is held of a session. */
  forget(sessionId: SessionId): void {
    for (const { block, index } of this.places.get(sessionId) ?? []) {
      block.values.fill(0, index * this.dimensions, (index + 1) * this.dimensions);
      block.norms[index] = 0;
      block.sessions[index] = null;
      this.count -= 1;
    }
    this.places.delete(sessionId);
  }

  /** The newest first. `turn` is awaited between two blocks. */
  async search(
    { wanted, before, minimumScore }: MatrixQuery,
    turn: () => Promise<void>,
  ): Promise<{ readonly hits: readonly MatrixHit[]; readonly compared: number }> {
    const hits: MatrixHit[] = [];
    let compared = 0;
    for (const block of [...this.blocks].reverse()) {
      for (let index = block.used - 1; index >= 0; index -= 1) {
        const sessionId = block.sessions[index] ?? null;
        const position = block.positions[index] ?? Infinity;
        if (sessionId === null || position >= before) continue;
        compared += 1;
        const norm = block.norms[index] ?? 0;
        const cosine =
          norm === 0 || wanted.norm === 0 || wanted.values.length !== this.dimensions
            ? 0
            : dotAt(block.values, index * this.dimensions, wanted.values) / (wanted.norm * norm);
        const score = calibratedScore(cosine);
        if (score >= minimumScore) hits.push({ position, sessionId, score });
      }
      await turn();
    }
    return { hits, compared };
  }
}

function emptyBlock(dimensions: number): Block {
  return {
    values: new Int8Array(facesPerBlock * dimensions),
    norms: new Float64Array(facesPerBlock),
    positions: new Float64Array(facesPerBlock),
    sessions: [],
    used: 0,
  };
}

/** Four sums, which a processor adds side by side; integers, so that their order changes nothing. */
function dotAt(values: Int8Array, from: number, wanted: Int8Array): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  const whole = wanted.length - (wanted.length % 4);
  for (let index = 0; index < whole; index += 4) {
    const at = from + index;
    a += (values[at] ?? 0) * (wanted[index] ?? 0);
    b += (values[at + 1] ?? 0) * (wanted[index + 1] ?? 0);
    c += (values[at + 2] ?? 0) * (wanted[index + 2] ?? 0);
    d += (values[at + 3] ?? 0) * (wanted[index + 3] ?? 0);
  }
  for (let index = whole; index < wanted.length; index += 1) {
    a += (values[from + index] ?? 0) * (wanted[index] ?? 0);
  }
  return a + b + c + d;
}
