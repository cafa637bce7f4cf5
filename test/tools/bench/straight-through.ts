import { z } from 'zod';
import { call, file, text } from '../../processes/api-caller';
import type { BenchStack } from './bench-stack';

/** One session by the integrator's way, from create until its result can be read. Answers with its id. */
export async function straightThrough(stack: BenchStack, picture: Buffer): Promise<string> {
  const { key } = stack;
  const sessions = `${stack.apiUrl}/api/v1/sessions`;
  const created = await call('POST', sessions, { key, json: { workflow_id: stack.workflowId } });
  const id = text(created.body, 'id');
  for (const type of ['id_front', 'selfie']) {
    const form = file(picture, 'picture.jpg', { document_type: type });
    const uploaded = await call('POST', `${sessions}/${id}/documents`, { key, form });
    if (uploaded.status !== 201) throw new Error(`upload: ${JSON.stringify(uploaded.body)}`);
  }
  const submitted = await call('POST', `${sessions}/${id}/submit`, { key, json: {} });
  if (submitted.status !== 202) throw new Error(`submit: ${JSON.stringify(submitted.body)}`);
  for (;;) {
    const result = await call('GET', `${sessions}/${id}/result`, { key });
    if (result.status === 200) {
      z.object({ status: z.literal('approved') }).parse(result.body);
      return id;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
