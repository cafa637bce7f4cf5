import type { Kysely } from 'kysely';
import { readAskedAgain } from '../../../shared/capture/asked-again';
import { isAsked } from '../../../shared/domain/capture/asked-pieces';
import { captureRules } from '../../../shared/domain/capture/capture-rules';
import { livenessDeclined, loadCaptured } from '../../../shared/capture/captured-pieces';
import { consentStanding } from '../../../shared/capture/consent-standing';
import { extensionsLeft } from '../../../shared/domain/capture/extension';
import { allowedDocumentTypes } from '../../../shared/capture/requirements';
import type { Database, SessionRow } from '../../../shared/database/schema';
import { needsBack } from '../../../shared/domain/documents/document-types';
import { mimeTypeByFormat } from '../../../shared/images/image-format';
import { readSettings } from '../../../shared/organization/read-settings';
import { defaultRetention } from '../../../shared/domain/organization/settings';
import type { ApiDeps } from '../deps';
import { fileLimitBytes } from '../documents/read-upload';
import { filesLeft } from '../documents/store-document';
import { isBoundTo, isKnownAgain } from './capture-client';
import { challengesLeft } from './liveness-nonce';
import type { OpenToken } from './open-token';
import { ownDocuments } from './own-documents';

const { jpeg, png, webp, pdf } = mimeTypeByFormat;
const accepts = {
  formats: [jpeg, png, webp],
  poa_formats: [jpeg, png, webp, pdf],
  max_bytes: fileLimitBytes,
} as const;

/** What a live link tells beside what every link tells. */
export async function liveStateOf(
  deps: Pick<ApiDeps, 'db' | 'keyring' | 'clock'>,
  { session, token, client }: OpenToken,
) {
  const { db } = deps;
  const [captured, settings, extensions] = await Promise.all([
    loadCaptured(deps, session),
    readSettings(db, session),
    extensionsOf(db, session),
  ]);
  const { asked, definition, required } = captured;
  const { requirements } = asked;
  const country = session.document_country ?? session.country;
  const now = deps.clock();
  const { expires_at: expiresAt } = token;
  return {
    is_sandbox: session.environment === 'sandbox',
    client: client.kind === 'page' ? ('page' as const) : ('api' as const),
    bound_client: isBoundTo(token, client),
    consent_given: consentStanding(session) === 'given',
    required: required('link'),
    asked_again: await readAskedAgain(deps, session),
    document_types: allowedDocumentTypes(requirements, country).map((type) => ({
      document_type: type,
      needs_back: needsBack(type),
    })),
    document_type: session.document_type,
    document_country: session.document_country,
    country: session.country,
    user_info: requirements.userInfo,
    documents: isKnownAgain(token, client) ? await shownDocuments(db, session, captured) : [],
    limits: {
      files_left: await filesLeft(db, session),
      challenges_left: await challengesLeft(db, session),
    },
    accepts,
    capture: captureRules(definition, settings),
    can_extend: extensionsLeft({ settings, extensions, expiresAt, now }) > 0,
    can_decline_liveness: isAsked(asked, 'liveness') && !livenessDeclined(session),
    data_retention_days: settings.data_retention_days ?? defaultRetention.dataDays,
    redirect_url: session.redirect_url,
    expires_at: expiresAt,
    seconds_left: secondsUntil(expiresAt, now),
  };
}

export function secondsUntil(end: Date | null, now: Date): number {
  return end === null ? 0 : Math.max(0, Math.floor((end.getTime() - now.getTime()) / 1000));
}

async function shownDocuments(...asked: Parameters<typeof ownDocuments>) {
  const documents = await ownDocuments(...asked);
  return documents.map(({ id, piece, mediaType }) => ({ id, piece, media_type: mediaType }));
}

/** How often more time was asked for in this capture, over all its links. */
export async function extensionsOf(
  db: Kysely<Database>,
  session: Pick<SessionRow, 'id' | 'capture'>,
): Promise<number> {
  const rows = await db
    .selectFrom('capture_tokens')
    .select('extensions')
    .where('session_id', '=', session.id)
    .where('capture', '=', session.capture)
    .execute();
  return rows.reduce((sum, { extensions }) => sum + extensions, 0);
}
