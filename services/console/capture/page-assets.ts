import { readAnswer } from './server/answer-reader';

export interface LanguageTexts {
  readonly tag: string;
  readonly url: string;
}

/** What the server wrote into `<main id="page" data-…>` (`services/api/pages`). */
export interface PageAssets {
  readonly texts: LanguageTexts;
  readonly languages: readonly LanguageTexts[];
  readonly judgeWorker: string | null;
  readonly faceWeights: { readonly detector: string; readonly points: string } | null;
  /** Origins whose pages may embed this one. */
  readonly embeddable: readonly string[];
}

type Data = Readonly<Record<string, string | undefined>>;

/** Reads the attributes; a part that is missing switches off what needs it, and nothing else. */
export function readPageAssets(data: Data, language: string): PageAssets {
  const languages = readAnswer({ all: parsed(data['languages']) })
    .list('all')
    .flatMap((one) => {
      const [tag, url] = [one.text('tag'), one.text('texts')];
      return tag === null || url === null ? [] : [{ tag, url }];
    });
  const weights = readAnswer(parsed(data['faceWeights']));
  const [detector, points] = [weights.text('detector'), weights.text('points')];
  return {
    texts: { tag: language, url: data['texts'] ?? '' },
    languages,
    judgeWorker: data['judgeWorker'] ?? null,
    faceWeights: detector === null || points === null ? null : { detector, points },
    embeddable: readAnswer({ all: parsed(data['embeddable']) }).texts('all'),
  };
}

function parsed(text: string | undefined): unknown {
  if (text === undefined) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
