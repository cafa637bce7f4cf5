import type { Texts } from './translate';

/** Fetches a language's file; one that is no list of texts is refused as one that is not there. */
export async function loadTexts(url: string): Promise<Texts> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error('no texts');
  const texts: unknown = await answer.json();
  if (!areTexts(texts)) throw new Error('no texts');
  return texts;
}

function areTexts(value: unknown): value is Texts {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((one) => typeof one === 'string' || typeof one === 'object');
}
