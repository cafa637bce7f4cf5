import { createHash } from 'node:crypto';

/** What was seen of pictures, by their content; it lives no longer than whoever holds it. */
type RememberedLooks<T> = (
  asked: readonly (string | Uint8Array)[],
  look: () => Promise<T>,
) => Promise<T>;

/** Looks once at what is asked again. That an engine says the same of the same bytes is to be tested past it. */
export function rememberedLooks<T>(): RememberedLooks<T> {
  const answers = new Map<string, Promise<T>>();
  return (asked, look) => {
    const key = createHash('sha256');
    for (const part of asked) key.update(createHash('sha256').update(part).digest());
    const name = key.digest('hex');
    const answer = answers.get(name) ?? look();
    answers.set(name, answer);
    return answer;
  };
}
