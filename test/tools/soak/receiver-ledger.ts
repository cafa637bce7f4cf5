import { appendFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { z } from 'zod';
import { fates } from './receiver-fate';

/** One try as the receiver saw it; written before it is answered, as a careful receiver would. */
const entrySchema = z.object({
  /** `webhook-id`. */
  id: z.string(),
  deliveryId: z.string(),
  /** `id` and `idempotency_key` of the body. */
  bodyIds: z.array(z.string()),
  sessionId: z.string(),
  sequence: z.number().int(),
  type: z.string(),
  /** Both signature forms verified. */
  genuine: z.boolean(),
  fate: z.enum(fates),
  atMs: z.number(),
});
export type LedgerEntry = z.infer<typeof entrySchema>;

export function writeEntry(file: string, entry: LedgerEntry): void {
  appendFileSync(file, `${JSON.stringify(entry)}\n`);
}

export interface LedgerReader {
  /** What was written since the last time. A line that a kill cut in two is no entry. */
  news(): Promise<readonly LedgerEntry[]>;
}

export function readLedger(file: string): LedgerReader {
  let offset = 0;
  return {
    async news() {
      const handle = await open(file, 'a+');
      try {
        const { size } = await handle.stat();
        const bytes = Buffer.alloc(size - offset);
        await handle.read(bytes, 0, bytes.length, offset);
        const whole = bytes.lastIndexOf('\n') + 1;
        offset += whole;
        const lines = bytes.subarray(0, whole).toString('utf8').split('\n');
        return lines.flatMap((line) => {
          const entry = entrySchema.safeParse(parsed(line));
          return entry.success ? [entry.data] : [];
        });
      } finally {
        await handle.close();
      }
    },
  };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
