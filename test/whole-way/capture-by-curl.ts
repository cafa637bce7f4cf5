import { z } from 'zod';
import { call, file, text, type Answer } from '../processes/api-caller';
import { eventually } from '../processes/running-process';

export interface Captured {
  readonly sessionId: string;
  readonly captureUrl: string;
}

interface Pictures {
  readonly front: Buffer;
  readonly back?: Buffer;
  readonly selfie?: Buffer;
  readonly documentType?: 'passport' | 'national_id';
  readonly country: string;
  readonly fileName?: string;
}

const workflowsSchema = z.object({ data: z.array(z.object({ id: z.string(), name: z.string() })) });

/** The workflow every organisation has for those who capture by the API. */
async function withoutLiveness(apiUrl: string, key: string): Promise<string> {
  const answer = expectStatus(200, await call('GET', `${apiUrl}/api/v1/workflows`, { key }));
  const found = workflowsSchema
    .parse(answer.body)
    .data.find(({ name }) => name === 'Document and selfie');
  if (found === undefined) throw new Error('no workflow without liveness');
  return found.id;
}

/** Create and capture by the public API only, step by step, as README's first session does. */
export async function capture(
  apiUrl: string,
  key: string,
  pictures: Pictures,
  create: Record<string, unknown> = {},
): Promise<Captured> {
  const json = { workflow_id: await withoutLiveness(apiUrl, key), ...create };
  const created = expectStatus(201, await call('POST', `${apiUrl}/api/v1/sessions`, { key, json }));
  const link = text(created.body, 'capture_url');
  const step = (path: string, json: unknown): Promise<Answer> =>
    call('POST', `${link}/${path}`, { json });
  expectOk(await step('consent', { accepted: true, version: '1' }));
  expectOk(
    await step('document-type', {
      document_type: pictures.documentType ?? 'passport',
      country: pictures.country,
    }),
  );
  const upload = async (path: string, bytes: Buffer, fields = {}): Promise<void> => {
    expectOk(
      await call('POST', `${link}/${path}`, {
        form: file(bytes, pictures.fileName ?? 'picture.jpg', fields),
      }),
    );
  };
  await upload('documents', pictures.front, { side: 'front' });
  if (pictures.back !== undefined) await upload('documents', pictures.back, { side: 'back' });
  if (pictures.selfie !== undefined) await upload('selfie', pictures.selfie);
  return { sessionId: text(created.body, 'id'), captureUrl: link };
}

export async function complete(
  captured: Captured,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return expectStatus(
    202,
    await call('POST', `${captured.captureUrl}/complete`, { json: {}, headers }),
  );
}

/** Waits until the session's status is one of those that wait for nobody but people. */
export async function decidedSession(apiUrl: string, key: string, id: string): Promise<Answer> {
  return eventually(
    `a decision on ${id}`,
    async () => {
      const session = await call('GET', `${apiUrl}/api/v1/sessions/${id}`, { key });
      const status = session.body['status'];
      return status === 'processing' || status === 'capturing' ? undefined : session;
    },
    120_000,
  );
}

function expectOk(answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(describe(answer));
  return answer;
}

function expectStatus(status: number, answer: Answer): Answer {
  if (answer.status !== status) throw new Error(describe(answer));
  return answer;
}

function describe(answer: Answer): string {
  return `answered ${String(answer.status)}: ${JSON.stringify(answer.body)}`;
}
