import { soundsOf } from './sounds';

/** Sounds that are one in a key; vowels, glides and H are none. */
const classes: Readonly<Record<string, string>> = {
  b: 'P', p: 'P', f: 'F', v: 'F', t: 'T', d: 'T', s: 'S', z: 'S', $: 'S', c: 'S', j: 'S', J: 'S', x: 'S', '4': 'S',
  k: 'K', g: 'K', q: 'K', '5': 'K', m: 'M', n: 'N', l: 'L', r: 'R',
}; // prettier-ignore

/** The consonants of a word, the near ones as one; of a word without any its sounds. */
export function skeletonOf(word: string): string {
  const sounds = soundsOf(word);
  const bones = Array.from(sounds, (sound) => classes[sound] ?? '').join('');
  return bones === '' ? sounds : bones;
}

/** From here on a skeleton is told from others even without one of its consonants. */
const longSkeleton = 5;

/**
 * The keys by which a word is found: its sounds whole and with each one left out, which is what one wrong
 * letter leaves in common; and its consonants, which another romanisation leaves.
 */
export function keysOf(word: string): readonly string[] {
  const sounds = soundsOf(word);
  const bones = skeletonOf(word);
  const keys = new Set([sounds, word.toLowerCase()]);
  if (word.length > 2) for (const shorter of withoutOne(word.toLowerCase())) keys.add(shorter);
  if (sounds.length > 2) for (const shorter of withoutOne(sounds)) keys.add(shorter);
  if (bones.length > 1) keys.add(bones);
  if (bones.length >= longSkeleton) for (const shorter of withoutOne(bones)) keys.add(shorter);
  return [...keys];
}

/** For two words that may stand as one elsewhere: no letter is wrong as well. */
export function joinedKeysOf(word: string): readonly string[] {
  const bones = skeletonOf(word);
  return bones.length > 1 ? [soundsOf(word), bones] : [soundsOf(word)];
}

function withoutOne(text: string): readonly string[] {
  return Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1));
}
