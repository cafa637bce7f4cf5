import type { RunningApi } from '../running-api';
import { call, file, text, type Answer } from '../../processes/api-caller';

/** A page's own secret, as it stands in its cookie or, where cookies are refused, in a header. */
export const firstPage = { 'X-Verifa-Page': 'first-page-0123456789abcdef' };
export const otherPage = { 'X-Verifa-Page': 'other-page-0123456789abcdef' };

interface Asking {
  readonly json?: unknown;
  readonly form?: FormData;
  readonly headers?: Record<string, string>;
}

/** A session with its link, and the calls of whoever holds it. */
export interface CaptureLink {
  readonly id: string;
  readonly url: string;
  get(step: string, options?: Asking): Promise<Answer>;
  post(step: string, options?: Asking): Promise<Answer>;
  upload(step: string, bytes: Buffer, fields?: Record<string, string>): Promise<Answer>;
}

/** Of a session without liveness, unless `body` names another workflow. */
export async function newLink(
  api: RunningApi,
  body: Record<string, unknown> = {},
  key = api.liveKey,
): Promise<CaptureLink> {
  const json = { workflow_id: api.documentAndSelfieOf(key), ...body };
  const created = await call('POST', `${api.url}/api/v1/sessions`, { key, json });
  return linkAt(text(created.body, 'id'), text(created.body, 'capture_url'));
}

/** Its calls by a page, where they do not say otherwise. */
export function byPage({ id, url }: CaptureLink, page: Record<string, string>): CaptureLink {
  return linkAt(id, url, page);
}

export function linkAt(id: string, url: string, page: Record<string, string> = {}): CaptureLink {
  const asking = (options: Asking): Asking => ({
    ...options,
    headers: { ...page, ...options.headers },
  });
  const post: CaptureLink['post'] = (step, options = {}) =>
    call(
      'POST',
      `${url}/${step}`,
      asking(options.form === undefined ? { json: {}, ...options } : options),
    );
  return {
    id,
    url,
    get: (step, options = {}) => call('GET', `${url}/${step}`, asking(options)),
    post,
    upload: (step, bytes, fields = {}) => post(step, { form: file(bytes, 'a.jpg', fields) }),
  };
}

export function consent(link: CaptureLink, headers: Record<string, string> = {}): Promise<Answer> {
  return link.post('consent', { json: { accepted: true, version: '1' }, headers });
}

/** Consent given, and a German passport chosen: its front is next. */
export async function atDocument(
  link: CaptureLink,
  headers: Record<string, string> = {},
): Promise<void> {
  await consent(link, headers);
  const json = { document_type: 'passport', country: 'DE' };
  const { status, body } = await link.post('document-type', { json, headers });
  if (status >= 300) throw new Error(JSON.stringify(body));
}

/** A passport's holder, up to the selfie. */
export async function captureAll(link: CaptureLink, picture: Buffer): Promise<void> {
  await atDocument(link);
  const answers = [
    await link.upload('documents', picture, { side: 'front' }),
    await link.upload('selfie', picture),
  ];
  const refused = answers.find(({ status }) => status >= 300);
  if (refused !== undefined) throw new Error(JSON.stringify(refused.body));
}
