import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { call, file, text } from '../../../processes/api-caller';
import { asOfPerson, type Pictures } from './pictures';
import type { Product } from './product';
import type { Moment } from './yardstick/record-rows';

/** Creates a session and leaves it; returns its id. */
export async function create({ apiUrl, keys }: Product): Promise<string> {
  const made = await call('POST', `${apiUrl}/api/v1/sessions`, { key: keys.liveKey, json: {} });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return text(made.body, 'id');
}

/** A sandbox session, approved by the tester's word. */
export async function sandbox({ apiUrl, keys }: Product, temporal: Client): Promise<string> {
  const key = keys.sandboxKey;
  const sessions = `${apiUrl}/api/v1/sessions`;
  const id = text((await call('POST', sessions, { key, json: {} })).body, 'id');
  const json = { action: 'approve' };
  const simulated = await call('POST', `${sessions}/${id}/simulate`, { key, json });
  if (simulated.status !== 200) throw new Error(JSON.stringify(simulated.body));
  await temporal.workflow.getHandle(id).result();
  return id;
}

/**
 * A live session by the integrator's way: create, two uploads, submit, result. Nothing polls: the workflow's
 * end is waited for, then the result is asked for once.
 */
export async function live(
  { apiUrl, keys }: Product,
  temporal: Client,
  pictures: Pictures,
  at: (moment: Moment) => Promise<void> = () => Promise.resolve(),
): Promise<string> {
  const key = keys.liveKey;
  const sessions = `${apiUrl}/api/v1/sessions`;
  const person = randomUUID();
  await at('before');
  const made = await call('POST', sessions, {
    key,
    json: { workflow_id: keys.documentAndSelfieId },
  });
  const id = text(made.body, 'id');
  await at('create');
  const files = [
    ['document', 'id_front', pictures.document],
    ['selfie', 'selfie', pictures.selfie],
  ] as const;
  for (const [moment, type, picture] of files) {
    const form = file(asOfPerson(picture, person), 'picture.jpg', { document_type: type });
    const uploaded = await call('POST', `${sessions}/${id}/documents`, { key, form });
    if (uploaded.status !== 201) throw new Error(`upload: ${JSON.stringify(uploaded.body)}`);
    await at(moment);
  }
  const submitted = await call('POST', `${sessions}/${id}/submit`, { key, json: {} });
  if (submitted.status !== 202) throw new Error(`submit: ${JSON.stringify(submitted.body)}`);
  await temporal.workflow.getHandle(id).result();
  const { body } = await call('GET', `${sessions}/${id}/result`, { key });
  if (body['status'] !== 'approved') {
    const session = await call('GET', `${sessions}/${id}`, { key });
    throw new Error(`not approved: ${JSON.stringify([body, session.body])}`);
  }
  await at('end');
  return id;
}
