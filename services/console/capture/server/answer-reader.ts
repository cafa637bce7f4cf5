/** The members of one JSON object of the server's. What is absent or of another type reads as the fallback. */
export interface AnswerReader {
  text(name: string): string | null;
  number(name: string): number | null;
  flag(name: string): boolean;
  object(name: string): AnswerReader | null;
  list(name: string): readonly AnswerReader[];
  texts(name: string): readonly string[];
  numbers(name: string): readonly number[];
  has(name: string): boolean;
  names(): readonly string[];
}

/**
 * Reads an answer without trusting its form: a newer or older server, or a proxy that answers in its place,
 * must end in a sentence and never in a `TypeError`. A schema library would be half of the first view.
 */
export function readAnswer(value: unknown): AnswerReader {
  const members: Readonly<Record<string, unknown>> = isRecord(value) ? value : {};
  const of = (name: string): unknown => (Object.hasOwn(members, name) ? members[name] : undefined);
  const listOf = (name: string): readonly unknown[] => {
    const found = of(name);
    return Array.isArray(found) ? found : [];
  };
  return {
    text(name) {
      const found = of(name);
      return typeof found === 'string' ? found : null;
    },
    number(name) {
      const found = of(name);
      return typeof found === 'number' && Number.isFinite(found) ? found : null;
    },
    flag: (name) => of(name) === true,
    object(name) {
      const found = of(name);
      return isRecord(found) ? readAnswer(found) : null;
    },
    list: (name) => listOf(name).filter(isRecord).map(readAnswer),
    texts: (name) => listOf(name).filter((one) => typeof one === 'string'),
    numbers: (name) => listOf(name).filter((one) => typeof one === 'number'),
    names: () => Object.keys(members),
    has: (name) => of(name) !== undefined && of(name) !== null,
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
