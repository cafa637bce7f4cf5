import { z } from 'zod';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';

const workflowsSchema = z.object({ data: z.array(z.object({ id: z.string(), name: z.string() })) });
const createdSchema = z.object({
  id: z.string(),
  capture_url: z.string(),
});
export type LocalSession = z.output<typeof createdSchema>;

/** Nobody who tries the service with a specimen's pictures can perform challenges. */
const workflowName = 'Document and selfie';

/** A session over the public API, as an integrator makes it. */
export async function createLocalSession(
  apiUrl: string,
  key: string,
  wish: Readonly<Record<string, unknown>> = {},
): Promise<LocalSession> {
  const { data } = workflowsSchema.parse(await ask(key, 'GET', `${apiUrl}/api/v1/workflows`));
  const workflow = data.find(({ name }) => name === workflowName);
  if (workflow === undefined) {
    throw new VerifaError('not_found', { detail: `There is no workflow named ${workflowName}.` });
  }
  const json = { workflow_id: workflow.id, ...wish };
  return createdSchema.parse(await ask(key, 'POST', `${apiUrl}/api/v1/sessions`, json));
}

async function ask(key: string, method: string, url: string, json?: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method,
    headers: {
      'X-API-Key': key,
      ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  const answer: unknown = await response.json();
  if (response.ok) return answer;
  throw new VerifaError('internal_error', {
    detail: `The API answered ${String(response.status)}: ${JSON.stringify(answer)}`,
  });
}
