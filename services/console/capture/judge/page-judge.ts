import type { PageAssets } from '../page-assets';
import { createJudge, type Judge } from './judge-client';

let judge: Judge | undefined;

/** The page's one judge: its Worker is started when the first camera opens, and kept. */
export function pageJudge({
  judgeWorker,
  faceWeights,
}: Pick<PageAssets, 'judgeWorker' | 'faceWeights'>): Judge {
  judge ??= createJudge(judgeWorker, faceWeights);
  return judge;
}
