import { z } from 'zod';
import { writtenDefinitionSchema } from './definition/definition-schema';
import type { WorkflowDefinition } from '../../../shared/domain/graph/definition';
import { parseDefinition } from './definition/parse-definition';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { Aliases } from '../http/aliases';
import { parsePart } from '../http/parse';

const [graphForm, listForm] = writtenDefinitionSchema.options;

/** As the document has it; it is read back as a graph. */
export const definitionAsWritten = writtenDefinitionSchema;

/** A definition as sent: looked at whole by `readDefinition`, which names the node of a mistake. */
export const definitionBody = z.record(z.string(), z.unknown());

/** The hosted service has what a definition holds beside the workflow's name. */
export const definitionAliases: Aliases = Object.fromEntries(
  [...Object.keys(graphForm.shape), 'steps'].map((name) => [`definition.${name}`, [name]]),
);

/**
 * From the body to what is stored.
 *
 * @throws VerifaError invalid_definition whose `errors` name the node; validation_failed for a wrong shape
 */
export function readDefinition(body: Readonly<Record<string, unknown>>): WorkflowDefinition {
  // Chosen by hand: of a union, zod could only say that neither form fits.
  const written =
    body['steps'] === undefined
      ? parsePart(graphForm, body, 'definition')
      : parsePart(listForm, body, 'definition');
  const parsed = parseDefinition(written);
  if (parsed.ok) return parsed.definition;
  throw new VerifaError('invalid_definition', {
    fields: parsed.problems.map(({ node, path, code, message }) => ({
      field: node === null ? `definition.${path}` : `definition.nodes.${node}.${path}`,
      code,
      message: node === null ? message : `node ${node}: ${message}`,
      ...(node === null ? {} : { node }),
    })),
  });
}
