import { z } from 'zod';
import { definitionView } from '../../services/api/workflows/definition-view';
import { documentAndSelfieWorkflow } from '../../shared/domain/graph/default-workflow';
import type { PageService } from './page-service';

const definition = z.looseObject({ data_requirements: z.looseObject({}) });

/** A workflow of this name that asks for something more, or something else, than document and selfie. */
export async function defineWorkflow(
  { ask, origin, key }: PageService,
  name: string,
  requirements: Readonly<Record<string, unknown>>,
): Promise<void> {
  const usual = definition.parse(definitionView(documentAndSelfieWorkflow));
  const data_requirements = { ...usual.data_requirements, ...requirements };
  const json = { name, definition: { ...usual, data_requirements } };
  const made = await ask('POST', `${origin}/api/v1/workflows`, { key, json });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
}
