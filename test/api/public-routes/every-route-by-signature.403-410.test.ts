import { z } from 'zod';
import { noisePicture } from '../documents/pictures';
import { call, file, type Answer } from '../../processes/api-caller';
import { bootstrapOrganization } from '../../../shared/organization/first-organization';
import { startApi, type RunningApi } from '../running-api';
import { publicRoutesBy } from './doors';
import { leakingNothing, plantedSession } from './planted-session';
import { malformed, noRates, unknownToken, unsignedStreamToken } from './wrong-tokens';

/** Every signed URL by everybody who changed it, kept it too long, or took another's. */
let api: RunningApi;
let aheadMs = 0;
let own: Signed;
/** Of another session of the same organisation, and of another organisation. */
let neighbour: Signed;
let stranger: Signed;

/** A session with a document, and the URL that opens it. */
interface Signed {
  readonly sessionId: string;
  readonly documentId: string;
  readonly url: URL;
}
const minuteMs = 60_000;
const forbidden = {
  error: 'signature_invalid',
  detail: 'The link is not valid.',
  status_code: 403,
  request_id: null,
};
const listing = z.object({ data: z.tuple([z.object({ id: z.string(), url: z.url() })]) });

beforeAll(async () => {
  const clock = (): Date => new Date(Date.now() + aheadMs);
  api = await startApi({ worker: true, deps: { clock, rates: noRates } });
  [own, neighbour] = [await signed(api.sandboxKey), await signed(api.sandboxKey)];
  stranger = await signed((await bootstrapOrganization(api.db, clock, 'Another')).sandboxKey);
});
beforeEach(() => {
  aheadMs = 0;
});
afterAll(() => api.stop());

async function upload(sessionId: string, key: string, seed: number): Promise<void> {
  const form = file(await noisePicture(seed), 'a.jpg', { document_type: 'id_front' });
  const { status } = await api.ask('POST', `/api/v1/sessions/${sessionId}/documents`, {
    key,
    form,
  });
  if (status !== 201) throw new Error('not uploaded');
}

async function signed(key: string): Promise<Signed> {
  const { id } = await plantedSession(api, key, { workflow_id: undefined });
  await upload(id, key, 1);
  const { body } = await api.ask('GET', `/api/v1/sessions/${id}/documents`, { key });
  const [document] = listing.parse(body).data;
  return { sessionId: id, documentId: document.id, url: new URL(document.url) };
}

/** The URL with another query, or another path, than was signed. */
function changed(
  { url }: Signed,
  query: Readonly<Record<string, string | null>>,
  path = url.pathname,
): string {
  const other = new URL(url);
  other.pathname = path;
  for (const [name, value] of Object.entries(query)) {
    if (value === null) other.searchParams.delete(name);
    else other.searchParams.set(name, value);
  }
  return other.href;
}

async function refused(url: string, headers: Record<string, string> = {}): Promise<void> {
  expect(leakingNothing(await call('GET', url, { headers }))).toEqual(forbidden);
}

function part({ url }: Signed, name: 'sig' | 'expires'): string {
  return url.searchParams.get(name) ?? '';
}

describe.each(publicRoutesBy('signature'))('%s', (_name, route) => {
  const path = (id: string, type: string): string =>
    route.path.replace(':id', id).replace(':doc_type', type);

  it('is open to who has its URL', async () => {
    for (const { url } of [own, neighbour, stranger]) {
      expect((await fetch(url)).headers.get('content-type')).toBe('image/jpeg');
    }
  });

  it('403 for a signature that is missing, changed in one place, or of anything else', async () => {
    const sig = part(own, 'sig');
    const flipped = sig.startsWith('0') ? `1${sig.slice(1)}` : `0${sig.slice(1)}`;
    const wrong = [null, '', flipped, sig.slice(0, -2), `${sig}00`, sig.toUpperCase()];
    const foreign = [part(neighbour, 'sig'), part(stranger, 'sig'), unsignedStreamToken];
    for (const value of [...wrong, ...foreign, unknownToken(), api.sandboxKey]) {
      await refused(changed(own, { sig: value }));
    }
    for (const text of malformed) await refused(`${changed(own, { sig: null })}&sig=${text}`);
    await refused(`${own.url.href}&sig=${sig}`);
  });

  it('403 for another end than was signed, and when the end has come', async () => {
    const end = Number(part(own, 'expires'));
    const ends = [end + 1, end - 1, end + 86_400, 999_999_999_999, 0, -1].map(String);
    for (const expires of [...ends, `${String(end)}.0`, '1e11', '', null]) {
      await refused(changed(own, { expires }));
    }
    for (const text of malformed) {
      await refused(`${changed(own, { expires: null })}&expires=${text}`);
    }
    aheadMs = end * 1_000 - Date.now();
    await refused(own.url.href);
  });

  it('403 for another document, type or session than was signed', async () => {
    for (const document of [own, neighbour, stranger].map(({ documentId }) => documentId)) {
      await refused(changed(neighbour, { document }, own.url.pathname));
      await refused(changed(own, { document, sig: part(stranger, 'sig') }));
    }
    await refused(changed(own, { document: neighbour.documentId }));
    await refused(changed(own, { document: 'doc_01kb0000000000000000000000' }));
    for (const text of malformed) await refused(`${own.url.href}&document=${text}`);
    for (const other of [neighbour, stranger]) {
      await refused(changed(own, {}, path(other.sessionId, 'id_front')));
    }
    for (const type of ['id_back', 'selfie', 'liveness_frame', ...malformed]) {
      await refused(changed(own, {}, path(own.sessionId, type)));
    }
    for (const id of ['ses_01kb0000000000000000000000', own.documentId, ...malformed]) {
      await refused(changed(own, {}, path(id, 'id_front')));
    }
  });

  it("403 for an API key in the signature's place, whatever it may do", async () => {
    const bare = changed(own, { sig: null, expires: null });
    for (const key of [api.sandboxKey, api.liveKey]) {
      await refused(bare, { 'X-API-Key': key });
      await refused(bare, { Authorization: `Bearer ${key}` });
    }
  });

  it('403 once a newer document of its type is there', async () => {
    const replaced = await signed(api.sandboxKey);
    await upload(replaced.sessionId, api.sandboxKey, 2);
    await refused(replaced.url.href);
  });

  it('410 when the session has been erased, to who has the URL, and 403 to who has not', async () => {
    const erased = await signed(api.sandboxKey);
    const session = `/api/v1/sessions/${erased.sessionId}`;
    await api.ask('DELETE', `${session}/data`, { key: api.sandboxKey });
    const gone: Answer = await call('GET', erased.url.href);
    expect(leakingNothing(gone)).toEqual({
      error: 'document_gone',
      detail: 'The document is no longer available.',
      status_code: 410,
      request_id: null,
    });
    await refused(changed(erased, { sig: part(own, 'sig') }));
    aheadMs = 10 * minuteMs;
    await refused(erased.url.href);
  });
});
