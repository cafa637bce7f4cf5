import { useText } from '../parts/words';
import { Disclosed } from './disclosed';
import type { FramesOfChallenge, StoredDocument } from './pictures';
import { Thumbnail } from './thumbnail';
import { useTold } from './use-told';

interface FilmstripProps {
  readonly sessionId: string;
  readonly challenges: readonly FramesOfChallenge[];
  readonly shownIds: readonly (string | null)[];
  readonly isHidden: boolean;
  readonly onChoose: (document: StoredDocument) => void;
}

/** The liveness frames under what was asked. Fetched when they are opened, for every sight of one is recorded. */
export function Filmstrip({ sessionId, challenges, shownIds, isHidden, onChoose }: FilmstripProps) {
  const t = useText();
  const told = useTold();
  const count = challenges.reduce((sum, { frames }) => sum + frames.length, 0);
  if (count === 0) return null;
  return (
    <Disclosed title={t('viewer.liveness', { count })} shortcut="v">
      <ol className="filmstrip">
        {challenges.map(({ challenge, asked, frames }) => (
          <li key={challenge}>
            <h4>{told.challengeOf(asked)}</h4>
            <ul className="thumbnails">
              {frames.map((document) => (
                <li key={document.id}>
                  <Thumbnail
                    sessionId={sessionId}
                    document={document}
                    caption={captionOf(document, t('viewer.frame_time'))}
                    isShown={shownIds.includes(document.id)}
                    isHidden={isHidden}
                    onChoose={() => onChoose(document)}
                  />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Disclosed>
  );
}

/** When it was taken since the challenge was asked, by the device; else which it is. */
function captionOf({ frame }: StoredDocument, seconds: string): string {
  const atMs = frame?.at_ms ?? null;
  return atMs === null
    ? String((frame?.position ?? 0) + 1)
    : `${(atMs / 1_000).toFixed(1)} ${seconds}`;
}
