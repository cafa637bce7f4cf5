import { z } from 'zod';
import { escapeHtml } from '../../../shared/page/escape-html';
import type { JsonSchemas } from './json-schemas';

const schemaObject = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
});
type Schema = z.output<typeof schemaObject>;

/** A table of the members of an object: name, type, and what has to be there. */
export function describeFields(
  title: string,
  schema: z.ZodType | undefined,
  io: 'input' | 'output',
  schemas: JsonSchemas,
): string {
  if (schema === undefined) return '';
  const whole = resolved(schemaObject.parse(schemas.of(schema, io)), schemas);
  const members = Object.entries(whole.properties ?? {});
  if (members.length === 0) return `<p>${escapeHtml(title)}: ${escapeHtml(typeOf(whole))}</p>`;
  const rows = members.map(([name, of]) => {
    const needed = whole.required?.includes(name) === true && io === 'input' ? ', required' : '';
    return `<tr><td><code>${escapeHtml(name)}</code></td><td>${escapeHtml(typeOf(schemaObject.parse(of)) + needed)}</td></tr>`;
  });
  return `<p>${escapeHtml(title)}</p><table>${rows.join('')}</table>`;
}

function resolved(schema: Schema, schemas: JsonSchemas): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : schemaObject.parse(schemas.named()[name]);
}

/** In words: `string`, `null or Session`, `list of string`, `approve, decline`. */
function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) return schema.$ref.split('/').at(-1) ?? '';
  if (schema.enum !== undefined) return schema.enum.map(String).join(', ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) {
    return choices.map((one) => typeOf(schemaObject.parse(one))).join(' or ');
  }
  if (schema.items !== undefined) return `list of ${typeOf(schemaObject.parse(schema.items))}`;
  const types = [schema.type ?? 'any'].flat().join(' or ');
  return schema.format === undefined ? types : `${types} (${schema.format})`;
}
