import { X509Certificate } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { readJson, type StateFolder } from '../process/state-folder';
import { selfSigned } from './self-signed';

const dayMs = 86_400_000;
/** Apple's devices take no certificate that is good for longer than 398 days. */
const goodForDays = 365;
const renewedBeforeDays = 7;

const keptSchema = z.object({ address: z.string(), cert: z.string(), key: z.string() });

export interface Certificate {
  readonly cert: string;
  readonly key: string;
  /** As browsers show it, to be compared. */
  readonly fingerprint: string;
}

/**
 * The certificate of an address, signed by itself: kept, so that a phone that has taken it once takes it again,
 * and made anew when the address is another one or its time runs out.
 */
export async function certificateFor(
  folder: Pick<StateFolder, 'file'>,
  address: string,
  now: Date,
): Promise<Certificate> {
  const file = folder.file('lan-certificate.json');
  const kept = await readJson(file, keptSchema);
  if (kept !== undefined && isGood(kept, address, now)) return withFingerprint(kept);
  const fresh = {
    address,
    ...selfSigned({
      address,
      // A phone's clock may be behind.
      notBefore: new Date(now.getTime() - dayMs),
      notAfter: new Date(now.getTime() + goodForDays * dayMs),
    }),
  };
  await writeFile(file, JSON.stringify(fresh), { mode: 0o600 });
  return withFingerprint(fresh);
}

function isGood(kept: z.output<typeof keptSchema>, address: string, now: Date): boolean {
  if (kept.address !== address) return false;
  try {
    const { validTo } = new X509Certificate(kept.cert);
    return new Date(validTo).getTime() - now.getTime() > renewedBeforeDays * dayMs;
  } catch {
    return false;
  }
}

function withFingerprint({ cert, key }: z.output<typeof keptSchema>): Certificate {
  return { cert, key, fingerprint: new X509Certificate(cert).fingerprint256 };
}
