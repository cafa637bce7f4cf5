import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { CaptureManifest, StaticSentences } from '../../../shared/page/manifest';
import { flawsOf, mergeTexts, type Texts } from './check-texts';
import { hashedName, type BuiltAsset } from './packed-asset';

/** What all others are held against, and what a browser gets that asks for none of them. */
const measure = 'en';

interface Languages {
  readonly assets: readonly BuiltAsset[];
  readonly named: CaptureManifest['languages'];
}

/** Which texts stand in the page before its script has run. */
const sentenceKeys: Readonly<Record<keyof StaticSentences, string>> = {
  title: 'page_title',
  loading: 'page_loading',
  needsScript: 'page_needs_script',
  tooMany: 'page_too_many',
  unavailable: 'page_unavailable',
};

/**
 * Every language that has a folder, as one file of texts each, named by the stem and its tag.
 *
 * @throws VerifaError config_invalid naming language and key, when one lacks what English has
 */
export async function loadLanguages(folder: string, stem: string): Promise<Languages> {
  const english = await readLanguage(folder, measure);
  const others = (await readdir(folder)).filter((tag) => tag !== measure).sort();
  const texts = [
    english,
    ...(await Promise.all(others.map((tag) => readLanguage(folder, tag)))),
  ] as const;
  const flaws = texts.flatMap((language) => flawsOf(english, language));
  if (flaws.length > 0) throw new VerifaError('config_invalid', { detail: flaws.join('\n') });
  const [first, ...rest] = texts;
  const built = [
    builtLanguage(first, stem),
    ...rest.map((language) => builtLanguage(language, stem)),
  ] as const;
  const [firstBuilt, ...restBuilt] = built;
  return {
    assets: built.map(({ asset }) => asset),
    named: [firstBuilt.named, ...restBuilt.map(({ named }) => named)],
  };
}

/** One language's files in one, none of whose keys may stand in two. */
async function readLanguage(folder: string, tag: string): Promise<Texts> {
  const files = (await readdir(join(folder, tag))).filter((file) => file.endsWith('.json')).sort();
  const read = await Promise.all(
    files.map(async (file) => ({
      name: basename(file, '.json'),
      content: await readFile(join(folder, tag, file), 'utf8'),
    })),
  );
  return mergeTexts(tag, read);
}

function builtLanguage({ tag, entries }: Texts, stem: string) {
  const bytes = Buffer.from(JSON.stringify(Object.fromEntries(entries)));
  const name = hashedName(`${stem}-${tag}`, 'json', bytes);
  const sentence = (which: keyof StaticSentences): string => {
    const key = sentenceKeys[which];
    const text = entries.get(key);
    if (typeof text === 'string') return text;
    throw new VerifaError('config_invalid', {
      detail: `${tag}: ${key} is needed, as one sentence`,
    });
  };
  return {
    asset: { name, type: 'application/json; charset=utf-8', bytes },
    named: {
      tag,
      texts: name,
      sentences: {
        title: sentence('title'),
        loading: sentence('loading'),
        needsScript: sentence('needsScript'),
        tooMany: sentence('tooMany'),
        unavailable: sentence('unavailable'),
      },
    },
  };
}
