import { z } from 'zod';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';

const categories = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

/** One sentence, or one for each of the forms that a language counts in. */
const text = z.union([z.string().min(1), z.partialRecord(z.enum(categories), z.string().min(1))]);
export type Text = z.output<typeof text>;
const file = z.record(z.string().regex(/^[A-Za-z0-9_.-]+$/), text);

export interface Texts {
  readonly tag: string;
  readonly entries: ReadonlyMap<string, Text>;
}

/**
 * A language's files as one flat list.
 *
 * @throws VerifaError config_invalid naming language, file and key
 */
export function mergeTexts(
  tag: string,
  files: readonly { readonly name: string; readonly content: string }[],
): Texts {
  const entries = new Map<string, Text>();
  for (const { name, content } of files) {
    for (const [key, value] of Object.entries(parsed(`${tag}/${name}`, content))) {
      if (entries.has(key)) throw invalid(`${tag}/${name}: ${key} stands in another file too`);
      entries.set(key, value);
    }
  }
  return { tag, entries };
}

/** What a language lacks, has too much or says in other forms than it counts in; each names its key. */
export function flawsOf(english: Texts, { tag, entries }: Texts): readonly string[] {
  const missing = [...english.entries.keys()].filter((key) => !entries.has(key));
  const found = [...entries].flatMap(([key, value]) => {
    const original = english.entries.get(key);
    if (original === undefined) return [`${key} is no text of the page`];
    return flawsOfText(tag, original, value).map((flaw) => `${key} ${flaw}`);
  });
  return [...missing.map((key) => `${key} is missing`), ...found].map((flaw) => `${tag}: ${flaw}`);
}

function flawsOfText(tag: string, original: Text, value: Text): readonly string[] {
  const wanted = placeholdersOf(original);
  const given = placeholdersOf(value);
  return [
    ...difference(wanted, given).map((name) => `lacks {${name}}`),
    ...difference(given, wanted).map((name) => `has {${name}}, which nobody fills`),
    ...(typeof original === typeof value
      ? []
      : ['is counted in one language and not in the other']),
    ...(typeof value === 'string' ? [] : flawsOfForms(tag, value)),
  ];
}

function flawsOfForms(tag: string, forms: Exclude<Text, string>): readonly string[] {
  const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
  const given = Object.keys(forms);
  return [
    ...difference(pluralCategories, given).map((form) => `lacks the form "${form}"`),
    ...difference(given, pluralCategories).map((form) => `has the form "${form}", never used`),
  ];
}

/** Of a counted text those of all its forms: "one" need not say the number. */
function placeholdersOf(value: Text): readonly string[] {
  const sentences = typeof value === 'string' ? [value] : Object.values(value);
  const names = sentences.flatMap((sentence) =>
    [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
  );
  return [...new Set(names)];
}

function difference(left: readonly string[], right: readonly string[]): readonly string[] {
  return left.filter((one) => !right.includes(one));
}

function parsed(place: string, content: string): z.output<typeof file> {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    throw invalid(`${place}: is no JSON`);
  }
  const read = file.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw invalid(`${place}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is no text'}`);
}

function invalid(detail: string): VerifaError {
  return new VerifaError('config_invalid', { detail });
}
