import type { CaptureWay } from '../../../shared/domain/capture/asked-pieces';
import { missingPieces } from '../../../shared/capture/captured-pieces';
import type { SessionRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { ApiDeps } from '../deps';

/** @throws VerifaError missing_pieces, with the list */
export async function requireComplete(
  deps: Pick<ApiDeps, 'db' | 'keyring'>,
  session: SessionRow,
  way: CaptureWay,
): Promise<void> {
  const missing = await missingPieces(deps, session, way);
  if (missing.length === 0) return;
  throw new VerifaError('missing_pieces', {
    extra: { missing, status: session.status },
    fields: missing.map((field) => ({ field, code: 'required', message: 'is missing' })),
  });
}
