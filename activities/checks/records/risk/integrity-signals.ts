import { hmacSha256 } from '../../../../shared/crypto/seal';
import { VerifaError } from '../../../../shared/domain/errors/verifa-error';
import type { JudgeContext } from '../../judge/judge';
import type { Finding } from './finding';

/** Whether each judged document is still, byte for byte, what was uploaded. */
export async function judgeIntegrity({ input, signal }: JudgeContext): Promise<Finding> {
  if (input.frozen.length === 0) {
    return { triggered: new Map(), notEvaluated: ['integrity_checksum_mismatch'] };
  }
  const changed: string[] = [];
  for (const document of input.frozen) {
    signal.throwIfAborted();
    const bytes = await readUnlessAltered(() => input.open(document));
    const isSame = bytes !== null && hmacSha256(input.dataKey, bytes).equals(document.content_hash);
    if (!isSame) changed.push(document.id);
  }
  if (changed.length === 0) return { triggered: new Map(), notEvaluated: [] };
  return {
    triggered: new Map([['integrity_checksum_mismatch', { documents: changed }]]),
    notEvaluated: [],
  };
}

/** Null when the ciphertext is not what was written; a store that is away is another matter. */
async function readUnlessAltered(read: () => Promise<Buffer>): Promise<Buffer | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof VerifaError && error.code === 'ciphertext_invalid') return null;
    throw error;
  }
}
