import type { DocumentType } from '../../../../shared/domain/documents/document-types';
import { readAnswer } from './answer-reader';
import { readCaptureState, type CaptureState } from './capture-state';
import { Refusal, refusalOf } from './refusal';

export interface Challenge {
  readonly nonce: string;
  readonly challenges: readonly string[];
  readonly colours: readonly { readonly rgb: readonly number[]; readonly ms: number }[] | null;
  readonly expiresAt: string;
}

export interface Handoff {
  readonly captureUrl: string;
  readonly qrCode: string;
  /** Streams how far the other device is; null where the server has none. */
  readonly followUrl: string | null;
}

export interface Extension {
  readonly secondsLeft: number;
  readonly extensionsLeft: number;
}

export type SandboxOutcome = 'approve' | 'reject' | 'needs_review';

/** The steps behind one link (`3-capture.md`). Every call throws a `Refusal` where it does not succeed. */
export interface CaptureApi {
  state(): Promise<CaptureState>;
  consent(accepted: boolean, version: string): Promise<void>;
  documentType(type: DocumentType, country: string): Promise<void>;
  challenge(withColours: boolean): Promise<Challenge>;
  userInfo(fields: Readonly<Record<string, string>>): Promise<void>;
  signals(batch: Readonly<Record<string, unknown>>): Promise<string | null>;
  handoff(): Promise<Handoff>;
  /** Ends the other device's link; the new one is for this device. */
  cancelHandoff(): Promise<string>;
  extend(): Promise<Extension>;
  declineLiveness(): Promise<void>;
  complete(): Promise<{ readonly status: string }>;
  sandboxOutcome(outcome: SandboxOutcome): Promise<void>;
  /** A picture of this capture's own, for a thumbnail. */
  picture(documentId: string): Promise<Blob>;
  url(step: string): string;
  headers(): Record<string, string>;
}

interface ApiDeps {
  /** Of the page: `/verify/<token>`. */
  readonly base: string;
  readonly fetch: typeof fetch;
  /** The page's secret, where the cookie is not enough. */
  readonly secret: () => string | null;
  readonly timeoutMs: number;
}

export function createCaptureApi(deps: ApiDeps): CaptureApi {
  const url = (step: string): string => `${deps.base}/${step}`;
  const headers = (): Record<string, string> => {
    const secret = deps.secret();
    return secret === null ? {} : { 'X-Verifa-Page': secret };
  };
  const request = async (step: string, init: RequestInit): Promise<Response> => {
    // `AbortSignal.timeout` is younger than the oldest browsers the page is built for.
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), deps.timeoutMs);
    const answer = await deps
      .fetch(url(step), { ...init, credentials: 'same-origin', signal: late.signal })
      .catch(() => {
        throw new Refusal(late.signal.aborted ? 'too_slow' : 'offline');
      })
      .finally(() => clearTimeout(timer));
    if (answer.ok) return answer;
    throw refusalOf(answer.status, await bodyOf(answer));
  };
  const get = async (step: string): Promise<Response> =>
    request(step, { headers: { ...headers(), Accept: 'application/json' } });
  const post = async (step: string, body: Readonly<Record<string, unknown>> = {}) => {
    const type = { 'Content-Type': 'application/json', Accept: 'application/json' };
    const init = {
      method: 'POST',
      headers: { ...headers(), ...type },
      body: JSON.stringify(body),
    };
    return readAnswer(await bodyOf(await request(step, init)));
  };
  return {
    url,
    headers,
    async state() {
      const state = readCaptureState(await bodyOf(await get('state')));
      if (state === null) throw new Refusal('unknown');
      return state;
    },
    async consent(accepted, version) {
      await post('consent', { accepted, version });
    },
    async documentType(type, country) {
      await post('document-type', { document_type: type, country });
    },
    async challenge(withColours) {
      const answer = await post('liveness/challenge', { colours: withColours });
      const colours = answer.has('colours') ? answer.list('colours') : null;
      return {
        nonce: answer.text('nonce') ?? '',
        challenges: answer.texts('challenges'),
        colours:
          colours?.map((one) => ({ rgb: one.numbers('rgb'), ms: one.number('ms') ?? 0 })) ?? null,
        expiresAt: answer.text('expires_at') ?? '',
      };
    },
    async userInfo(fields) {
      await post('user-info', fields);
    },
    async signals(batch) {
      return (await post('signals', batch)).text('nonce');
    },
    async handoff() {
      const answer = await post('handoff');
      const [captureUrl, qrCode] = [answer.text('capture_url'), answer.text('qr_code_data_url')];
      if (captureUrl === null || qrCode === null) throw new Refusal('unknown');
      return { captureUrl, qrCode, followUrl: answer.text('follow_url') };
    },
    async cancelHandoff() {
      const captureUrl = (await post('handoff/cancel')).text('capture_url');
      if (captureUrl === null) throw new Refusal('unknown');
      return captureUrl;
    },
    async extend() {
      const answer = await post('extend');
      return {
        secondsLeft: answer.number('seconds_left') ?? 0,
        extensionsLeft: answer.number('extensions_left') ?? 0,
      };
    },
    async declineLiveness() {
      await post('liveness/decline');
    },
    async complete() {
      return { status: (await post('complete')).text('status') ?? 'processing' };
    },
    async sandboxOutcome(outcome) {
      await post('sandbox-outcome', { outcome });
    },
    async picture(documentId) {
      const init = { headers: { ...headers(), Accept: 'image/*' } };
      return (await request(`documents/${documentId}`, init)).blob();
    },
  };
}

/** A body that is no JSON is nobody's answer of ours: a proxy's page, a captive portal's. */
async function bodyOf(answer: Response): Promise<unknown> {
  return answer.json().catch(() => null);
}
