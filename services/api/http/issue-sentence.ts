import type { z } from 'zod';

/** Said of a field that has to be there and is not. */
export const isMissing = 'is missing';

/**
 * What is wrong with a field, in our words: for `error` of every parse of what somebody sent. A schema's own
 * sentence goes before it. Names what was expected, never what was given.
 */
export function issueSentence(issue: z.core.$ZodRawIssue): string {
  if (issue.input === undefined && issue.code !== 'custom') return isMissing;
  switch (issue.code) {
    case 'invalid_type':
      return `has to be ${kinds[issue.expected] ?? `of the type ${issue.expected}`}`;
    case 'invalid_value':
      return issue.values.length === 1
        ? `has to be ${String(issue.values[0])}`
        : `has to be one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return `is not ${formats[issue.format] ?? 'in the right form'}`;
    case 'too_small':
      return `has to be ${measured(issue.origin, issue.minimum, 'at least', issue.inclusive)}`;
    case 'too_big':
      return `has to be ${measured(issue.origin, issue.maximum, 'at most', issue.inclusive)}`;
    case 'not_multiple_of':
      return `has to be a multiple of ${String(issue.divisor)}`;
    case 'unrecognized_keys':
      return 'has fields that are not known';
    case 'invalid_union':
      return 'has none of the forms that are taken';
    case 'invalid_key':
      return issue.issues[0]?.message ?? 'has a key that is not valid';
    case 'invalid_element':
      return 'has an element that is not valid';
    default:
      return 'is not valid';
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
  tuple: 'a list',
  date: 'a time',
  null: 'null',
};

const formats: Readonly<Record<string, string>> = {
  email: 'an e-mail address',
  url: 'an address of the right kind',
  date: 'a day like 2026-01-31',
  datetime: 'a time like 2026-01-31T12:00:00Z',
  uuid: 'a UUID',
};

function measured(
  origin: string,
  bound: number | bigint,
  word: 'at least' | 'at most',
  isInclusive: boolean | undefined,
): string {
  const amount = `${isInclusive === false ? 'strictly ' : ''}${word} ${String(bound)}`;
  switch (origin) {
    case 'string':
      return `${amount} characters long`;
    case 'array':
    case 'set':
      return `a list of ${amount}`;
    default:
      return amount;
  }
}
