import type { AnswerOf } from '../../../client/src/route-types';

type Answered = AnswerOf<'GET /api/v1/workflows/{id}'>['definition'];

/** What is not there may be undefined as well, as whoever writes a definition has it. */
type Lenient<Value> = Value extends readonly (infer Item)[]
  ? readonly Lenient<Item>[]
  : Value extends object
    ? { readonly [Name in keyof Value]: Lenient<Value[Name]> | Absent<Value, Name> }
    : Value;
type Absent<Value, Name extends keyof Value> = object extends Pick<Value, Name> ? undefined : never;

export type AnsweredDefinition = Answered;
export type Definition = Lenient<Answered>;
export type DefinitionNode = Definition['nodes'][number];
export type NodeOf<Type extends DefinitionNode['type']> = Extract<
  DefinitionNode,
  { readonly type: Type }
>;
export type Condition = NodeOf<'conditional'>['conditions'][number];
