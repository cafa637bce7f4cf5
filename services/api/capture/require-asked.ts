import { isAsked, type AskablePiece } from '../../../shared/domain/capture/asked-pieces';
import { loadCaptured } from '../../../shared/capture/captured-pieces';
import type { SessionRow } from '../../../shared/database/schema';
import type { ApiDeps } from '../deps';
import { invalidField } from '../http/parse';

/** Refuses a piece that neither the workflow nor a reviewer asks of this session. */
export async function requireAsked(
  deps: Pick<ApiDeps, 'db' | 'keyring'>,
  session: SessionRow,
  piece: AskablePiece,
  field: string,
): Promise<void> {
  const { asked } = await loadCaptured(deps, session);
  if (!isAsked(asked, piece)) throw invalidField(field, 'not_asked', 'is not asked for');
}
