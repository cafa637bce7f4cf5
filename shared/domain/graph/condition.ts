import { assertNever } from '../assert-never';

export const operators = [
  '>=',
  '<=',
  '>',
  '<',
  '==',
  '!=',
  'in',
  'not_in',
  'contains',
  'exists',
] as const;
export type Operator = (typeof operators)[number];

export type ConditionValue = string | number | boolean | readonly (string | number)[];

export interface Condition {
  /** One of `condition-fields.ts`. */
  readonly field: string;
  readonly operator: Operator;
  /** Of `exists`: true (the default) or false. Of all others required. */
  readonly value?: ConditionValue;
}

/** What conditions are judged on, by field; a field without an entry is not known of this session. */
export type Facts = ReadonlyMap<string, Fact>;
export type Fact = string | number | boolean | readonly string[];

/** Risk levels are compared by their severity, not by the alphabet. */
const severity: ReadonlyMap<string, number> = new Map([
  ['low', 0],
  ['medium', 1],
  ['high', 2],
  ['critical', 3],
]);

/** What is not known fulfils nothing but `exists: false`: no way is taken on what nobody said. */
export function holds({ field, operator, value }: Condition, facts: Facts): boolean {
  const fact = facts.get(field);
  if (operator === 'exists') return (fact !== undefined) === (value !== false);
  if (fact === undefined || value === undefined) return false;
  switch (operator) {
    case '==':
      return same(fact, value);
    case '!=':
      return !same(fact, value);
    case 'in':
      return isList(value) && value.some((one) => same(fact, one));
    case 'not_in':
      return isList(value) && !value.some((one) => same(fact, one));
    case 'contains':
      return contains(fact, value);
    case '>=':
    case '<=':
    case '>':
    case '<':
      return compare(operator, fact, value);
    default:
      return assertNever(operator);
  }
}

function isList(value: ConditionValue): value is readonly (string | number)[] {
  return Array.isArray(value);
}

function same(fact: Fact, value: ConditionValue): boolean {
  if (typeof fact === 'string' && typeof value === 'string') {
    return fact.toLowerCase() === value.toLowerCase();
  }
  return fact === value;
}

function contains(fact: Fact, value: ConditionValue): boolean {
  if (typeof fact === 'string') {
    return typeof value === 'string' && fact.toLowerCase().includes(value.toLowerCase());
  }
  return typeof fact === 'object' && fact.some((one) => same(one, value));
}

/** Numbers by size; ISO dates, as text, by the calendar. */
function compare(operator: '>=' | '<=' | '>' | '<', fact: Fact, value: ConditionValue): boolean {
  const [left, right] = [ranked(fact), ranked(value)];
  if (typeof left === 'number' && typeof right === 'number') return ordered(operator, left - right);
  if (typeof left === 'string' && typeof right === 'string') {
    return ordered(operator, left === right ? 0 : left < right ? -1 : 1);
  }
  return false;
}

function ranked(value: Fact | ConditionValue): Fact | ConditionValue {
  return typeof value === 'string' ? (severity.get(value.toLowerCase()) ?? value) : value;
}

function ordered(operator: '>=' | '<=' | '>' | '<', difference: number): boolean {
  switch (operator) {
    case '>=':
      return difference >= 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '<':
      return difference < 0;
    default:
      return assertNever(operator);
  }
}
