import { useMemo } from 'react';
import { useWords } from '../parts/words';
import type { FramesOfChallenge, StoredDocument } from './pictures';

type DocType = 'id_front' | 'id_back' | 'selfie' | 'proof_of_address' | 'liveness_frame';

interface Told {
  /** A few words: "Front of the document". */
  readonly nameOf: (document: StoredDocument) => string;
  /** A sentence for who cannot see it: which picture, of which try, taken when. */
  readonly altOf: (document: StoredDocument) => string;
  /** The same behind a name that stands there already. */
  readonly moreOf: (document: StoredDocument) => string;
  readonly challengeOf: (asked: FramesOfChallenge['asked']) => string;
}

/** How pictures are spoken of. */
export function useTold(): Told {
  const { t, language } = useWords();
  return useMemo(() => {
    const dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
    const challengeOf: Told['challengeOf'] = (asked) =>
      t(asked === null ? 'viewer.challenge.neutral' : `viewer.challenge.${asked}`);
    const nameOf: Told['nameOf'] = (document) => {
      const { doc_type: type, frame } = document;
      if (frame !== null) {
        const place = { asked: challengeOf(frame.asked), position: frame.position + 1 };
        return t('viewer.frame', place);
      }
      return isDocType(type) ? t(`viewer.type.${type}`) : type;
    };
    const moreOf: Told['moreOf'] = ({ superseded_at: replacedAt, capture, created_at: at }) =>
      t(replacedAt === null ? 'viewer.taken' : 'viewer.taken.replaced', {
        capture,
        at: dates.format(new Date(at)),
      });
    return {
      nameOf,
      challengeOf,
      moreOf,
      altOf: (document) => `${nameOf(document)}, ${moreOf(document)}`,
    };
  }, [t, language]);
}

function isDocType(type: string): type is DocType {
  return ['id_front', 'id_back', 'selfie', 'proof_of_address', 'liveness_frame'].includes(type);
}
