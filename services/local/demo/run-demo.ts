import { z } from 'zod';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { createLocalSession } from '../start-page/local-session';
import { demoPictures } from '../specimen/demo-pictures';

export interface DemoDeps {
  readonly apiUrl: string;
  readonly liveKey: string;
  readonly temporalUiUrl: string;
  readonly cacheDir: string;
  readonly report: (line: string) => void;
}

const sessionSchema = z.object({ status: z.string() });
const timelineSchema = z.object({
  data: z.array(
    z.object({ at: z.string(), event: z.string(), to_status: z.string().nullable().optional() }),
  ),
});
const decisionWithinMs = 120_000;

/** One session over the public API only, as a person and an integrator would drive it. */
export async function runDemo(deps: DemoDeps): Promise<void> {
  const { apiUrl, report } = deps;
  report('\nDemo: a made-up passport and a selfie');
  const pictures = await demoPictures({ cacheDir: deps.cacheDir, report });
  const ask = caller(deps.liveKey);

  const created = await createLocalSession(apiUrl, deps.liveKey, {
    external_ref: 'demo',
    country: pictures.country,
  });
  const link = created.capture_url;
  await ask('POST', `${link}/consent`, { accepted: true, version: '1' });
  await ask('POST', `${link}/document-type`, {
    document_type: 'passport',
    country: pictures.country,
  });
  await ask('POST', `${link}/documents`, form(pictures.passport, { side: 'front' }));
  await ask('POST', `${link}/selfie`, form(pictures.selfie));
  await ask('POST', `${link}/complete`, {});
  report(`  ${created.id} submitted; checks are running`);

  const session = `${apiUrl}/api/v1/sessions/${created.id}`;
  const status = await decided(() => ask('GET', session));
  const timeline = timelineSchema.parse(await ask('GET', `${session}/events`));
  report('\nTimeline');
  for (const { at, event, to_status: to } of timeline.data) {
    report(`  ${at}  ${event}${to == null ? '' : ` → ${to}`}`);
  }
  report(`\nResult (${status})`);
  report(JSON.stringify(await ask('GET', `${session}/result`), null, 2));
  report(`\nIts history: ${deps.temporalUiUrl}/namespaces/default/workflows/${created.id}\n`);
}

type Ask = (
  method: string,
  url: string,
  body?: FormData | Record<string, unknown>,
) => Promise<unknown>;

function caller(key: string): Ask {
  return async (method, url, body) => {
    const json = body !== undefined && !(body instanceof FormData);
    const response = await fetch(url, {
      method,
      headers: {
        ...(url.includes('/verify/') ? {} : { 'X-API-Key': key }),
        ...(json ? { 'Content-Type': 'application/json' } : {}),
      },
      ...(body === undefined ? {} : { body: json ? JSON.stringify(body) : body }),
    });
    const answer: unknown = await response.json();
    if (!response.ok) {
      throw new VerifaError('internal_error', {
        detail: `The demo's ${method} was answered ${String(response.status)}: ${JSON.stringify(answer)}`,
      });
    }
    return answer;
  };
}

function form(bytes: Buffer, fields: Readonly<Record<string, string>> = {}): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  data.append('file', new Blob([new Uint8Array(bytes)]), 'picture.jpg');
  return data;
}

async function decided(look: () => Promise<unknown>): Promise<string> {
  const end = Date.now() + decisionWithinMs;
  for (;;) {
    const { status } = sessionSchema.parse(await look());
    if (status !== 'processing' && status !== 'capturing') return status;
    if (Date.now() > end) {
      throw new VerifaError('temporarily_unavailable', {
        detail: 'The demo was not decided in time.',
      });
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
