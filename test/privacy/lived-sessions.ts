import type { DataRequirements } from '../../shared/domain/graph/definition';
import { ensureArtifact } from '../../shared/downloads/ensure-artifact';
import { createSpecimenStudio, madeUpPeople } from '../../services/local/specimen';
import { orlFace } from '../../services/local/specimen/orl-faces';
import { call, text, type Answer } from '../processes/api-caller';
import type { RunningService } from '../processes/running-service';
import { stackAddresses } from '../stack/addresses';
import { capture, complete, decidedSession } from '../whole-way/capture-by-curl';
import { planted, unread } from './planted';

/** A session captured on a link and decided by the real checks, with every value planted in it. */
export interface LivedSession {
  readonly id: string;
  /** The secret of its link. */
  readonly token: string;
  readonly passport: Buffer;
  /** The call that submitted it, by our id and by the trace that its caller named. */
  readonly submitted: {
    readonly requestId: string;
    readonly traceId: string;
    /** The caller's own span. */
    readonly spanId: string;
  };
}

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const spanId = '00f067aa0ba902b7';
/** An id, and nothing that a person could be found by. */
export const clientRequestId = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
/** What a call carries beside its body. */
const carried = {
  'X-Request-Id': unread.request_id,
  tracestate: `vendor=${unread.header}`,
  baggage: `name=${unread.header}`,
};

export async function liveThrough(service: RunningService): Promise<LivedSession> {
  await askForEmail(service);
  const { passport, selfie } = await drawPictures();
  const captured = await capture(
    service.apiUrl,
    service.liveKey,
    { front: passport, selfie, country: 'NL', fileName: `${unread.file_name}.jpg` },
    {
      external_ref: planted.external_ref,
      metadata: { note: planted.metadata },
      tags: [planted.tag],
      redirect_url: `https://integrator.example/${planted.redirect}`,
      applicant_name: planted.applicant_name,
      applicant_email: planted.applicant_email,
      fields: { address: planted.known_field },
    },
  );
  const typed = await call('POST', `${captured.captureUrl}/user-info`, {
    json: { email: planted.typed_email },
  });
  if (typed.status !== 200) throw new Error(`user-info: ${JSON.stringify(typed.body)}`);
  const { headers } = await complete(captured, {
    ...carried,
    traceparent: `00-${traceId}-${spanId}-01`,
  });
  // One is refused, one is answered.
  for (const [query, own] of [
    ['surname', {}],
    ['external_ref', { 'X-Request-Id': clientRequestId }],
  ] as const) {
    await call('GET', `${service.apiUrl}/api/v1/sessions?${query}=${unread.query}`, {
      key: service.liveKey,
      headers: { ...carried, traceparent: unread.header, ...own },
    });
  }
  const id = captured.sessionId;
  const session = await decidedSession(service.apiUrl, service.liveKey, id);
  const { status } = await ask(service, 'GET', `${id}/result`);
  if (status !== 200) throw new Error(`no decision: ${JSON.stringify(session.body)}`);
  // Under an Idempotency-Key a whole answer is stored.
  const changed = await ask(service, 'PATCH', id, { metadata: { more: planted.metadata } });
  if (changed.status !== 200) throw new Error(`patch: ${JSON.stringify(changed.body)}`);
  return {
    id,
    passport,
    submitted: { requestId: headers.get('x-request-id') ?? 'none', traceId, spanId },
    token: captured.captureUrl.slice(captured.captureUrl.lastIndexOf('/') + 1),
  };
}

/** A sandbox session that a reviewer refused in their own words. */
export async function rejectByReviewer({ apiUrl, sandboxKey }: RunningService): Promise<string> {
  const send = async (path: string, json: unknown): Promise<Answer> => {
    const answer = await call('POST', `${apiUrl}/api/v1/${path}`, { key: sandboxKey, json });
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer;
  };
  const id = text((await send('sessions', {})).body, 'id');
  await send(`sessions/${id}/simulate`, { action: 'require-review' });
  const session = await call('GET', `${apiUrl}/api/v1/sessions/${id}`, { key: sandboxKey });
  const caseId = text(session.body, 'case_id');
  await send(`cases/${caseId}/reject`, { reason: planted.reviewers_reason });
  return id;
}

export function ask(
  service: RunningService,
  method: string,
  path: string,
  json?: unknown,
): Promise<Answer> {
  return call(method, `${service.apiUrl}/api/v1/sessions/${path}`, {
    key: service.liveKey,
    ...(json === undefined ? {} : { json }),
    ...(method === 'GET'
      ? {}
      : { headers: { 'Idempotency-Key': `${unread.idempotency_key}-${method}` } }),
  });
}

/** The default workflow asks for no field; here it asks for one, so that one is typed in. */
async function askForEmail({ db }: RunningService): Promise<void> {
  const rows = await db.selectFrom('workflow_versions').selectAll().execute();
  for (const { workflow_id, version, definition } of rows) {
    const requirements: DataRequirements = {
      ...definition.requirements,
      userInfo: [{ field: 'email', required: true }],
    };
    await db
      .updateTable('workflow_versions')
      .set({ definition: JSON.stringify({ ...definition, requirements }) })
      .where('workflow_id', '=', workflow_id)
      .where('version', '=', version)
      .execute();
  }
}

async function drawPictures(): Promise<{ passport: Buffer; selfie: Buffer }> {
  const artifacts = { cacheDir: stackAddresses().VERIFA_CACHE_DIR, report: () => undefined };
  const faces = await ensureArtifact('orl-faces', artifacts);
  const studio = await createSpecimenStudio({
    fontsDir: await ensureArtifact('specimen-fonts', artifacts),
  });
  const [somebody] = madeUpPeople;
  if (somebody === undefined) throw new Error('nobody is made up');
  const passport = await studio.drawPassport(
    {
      ...somebody,
      lastName: planted.last_name,
      firstName: planted.first_name,
      documentNumber: planted.document_number,
      portrait: await orlFace(faces, 2, 1),
    },
    { jpegQuality: 85 },
  );
  return { passport, selfie: await orlFace(faces, 2, 4) };
}
