import { z } from 'zod';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { definitionWarnings } from './definition/definition-warnings';
import {
  definitionAliases,
  definitionAsWritten,
  definitionBody,
  readDefinition,
} from './definition-body';
import { definitionView } from './definition-view';
import { definitionObject, warningObject } from './workflow-view';

const validateBody = z.object({ definition: definitionBody });

const validDefinition = z
  .strictObject({
    /** As it would be stored and read back. */
    definition: definitionObject,
    warnings: z.array(warningObject).readonly(),
  })
  .meta({ id: 'ValidDefinition' });

/** Judges a definition as its publication would, and stores nothing: refused are the same ones by the same fields. */
export function validateWorkflow(): Route {
  return route({
    method: 'POST',
    path: '/api/v1/workflows/validate',
    // The same text is judged alike: nothing has to be kept of it.
    idempotency: 'content',
    scope: 'workflows:write',
    body: validateBody,
    aliases: definitionAliases,
    summary: 'Validate a workflow definition without storing it',
    answers: { 200: json(validDefinition) },
    bodyAs: validateBody.extend({ definition: definitionAsWritten }),
    example: {
      definition: { steps: [{ policy: 'document_quality' }, { policy: 'document_ocr' }] },
    },
    handler: ({ body }) => {
      const definition = readDefinition(body.definition);
      return Promise.resolve(
        answer(200, {
          definition: definitionView(definition),
          warnings: definitionWarnings(definition),
        }),
      );
    },
  });
}
