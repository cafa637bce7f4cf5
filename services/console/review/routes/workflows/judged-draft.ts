import { useEffect, useState } from 'react';
import type { AnswerOf } from '../../../../client/src/route-types';
import { useWrite } from '../../api/use-write';
import { readDraft } from './read-draft';

type Valid = AnswerOf<'POST /api/v1/workflows/validate'>;

/** What is known of a draft's text. */
export type Judgement =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'not_json'; readonly message: string | null }
  | { readonly kind: 'refused'; readonly problem: unknown }
  | { readonly kind: 'valid'; readonly valid: Valid };

const quietMs = 400;

/** Judges the text by the API, as soon as nobody has typed for a moment; an answer belongs to its own text only. */
export function useJudgement(text: string): Judgement {
  const [judged, setJudged] = useState<{ readonly text: string; readonly as: Judgement }>();
  const { mutateAsync: validate } = useWrite('POST /api/v1/workflows/validate');
  useEffect(() => {
    let isCurrent = true;
    const settle = (as: Judgement): void => {
      if (isCurrent) setJudged({ text, as });
    };
    const judge = async (): Promise<void> => {
      const draft = readDraft(text);
      if ('message' in draft) {
        settle({ kind: 'not_json', message: draft.message });
        return;
      }
      try {
        settle({
          kind: 'valid',
          valid: await validate({ body: { definition: draft.definition } }),
        });
      } catch (problem) {
        settle({ kind: 'refused', problem });
      }
    };
    const timer = setTimeout(() => void judge(), quietMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text, validate]);
  return judged?.text === text ? judged.as : { kind: 'waiting' };
}
