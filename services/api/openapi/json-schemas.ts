import { z } from 'zod';

export type JsonObject = Readonly<Record<string, unknown>>;

/** JSON Schemas out of zod's, with what bears an id collected once, for `components`. */
export interface JsonSchemas {
  /** `input`: as it is sent, before defaults and transformations. What JSON Schema cannot say is left open. */
  readonly of: (schema: z.ZodType, io: 'input' | 'output') => JsonObject;
  readonly named: () => JsonObject;
}

export function createJsonSchemas(): JsonSchemas {
  const named: Record<string, unknown> = {};
  return {
    of(schema, io) {
      // As a member of something: what bears an id is referred to then, the outermost too.
      const { $defs, properties } = written.parse(inComponents(write(z.object({ schema }), io)));
      for (const [name, { id: _, ...described }] of Object.entries($defs)) named[name] = described;
      return properties.schema;
    },
    named: () => Object.fromEntries(Object.entries(named).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

const anyObject = z.record(z.string(), z.unknown());
const written = z.object({
  $defs: z.record(z.string(), anyObject).default({}),
  properties: z.object({ schema: anyObject }),
});

function write(schema: z.ZodType, io: 'input' | 'output'): unknown {
  return z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'date') {
        jsonSchema.type = 'string';
        jsonSchema.format = 'date-time';
      }
      // The pattern beside it is the rule; tools differ in what they take for an address.
      if (jsonSchema.format === 'email') delete jsonSchema.format;
      // zod's own meaning of it is the compiler's; in OpenAPI it would forbid a member in requests.
      delete jsonSchema.readOnly;
    },
  });
}

function inComponents(value: unknown): unknown {
  const text = JSON.stringify(value);
  return JSON.parse(text.replaceAll('"$ref":"#/$defs/', '"$ref":"#/components/schemas/'));
}
