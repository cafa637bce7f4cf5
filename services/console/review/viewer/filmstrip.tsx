import { Fragment } from 'react';
import { Badge } from '../parts/badge';
import { useWords } from '../parts/words';
import { Disclosed } from './disclosed';
import { measuredAt, measuredText, performedOf, type Measured } from './measured';
import type { FramesOfChallenge, StoredDocument } from './pictures';
import { Thumbnail } from './thumbnail';
import { useTold } from './use-told';

interface FilmstripProps {
  readonly sessionId: string;
  readonly challenges: readonly FramesOfChallenge[];
  readonly shownIds: readonly (string | null)[];
  readonly isHidden: boolean;
  /** What the judge of liveness measured; null where none has looked. */
  readonly measured: Measured | null;
  readonly onChoose: (document: StoredDocument) => void;
}

/** The liveness frames under what was asked, each with what was measured in it. Fetched when they are opened, for every sight of one is recorded. */
export function Filmstrip({ challenges, measured, ...props }: FilmstripProps) {
  const { sessionId, shownIds, isHidden, onChoose } = props;
  const { t, language } = useWords();
  const told = useTold();
  const count = challenges.reduce((sum, { frames }) => sum + frames.length, 0);
  if (count === 0) return null;
  return (
    <Disclosed title={t('viewer.liveness', { count })} shortcut="v">
      <ol className="filmstrip">
        {challenges.map(({ challenge, asked, frames }) => (
          <li key={challenge}>
            <h4>{told.challengeOf(asked)}</h4>
            <Performed of={performedOf(measured, challenge)} />
            <ul className="thumbnails">
              {frames.map((document) => (
                <li key={document.id}>
                  <Thumbnail
                    sessionId={sessionId}
                    document={document}
                    caption={captionOf(document, t('viewer.frame_time'))}
                    {...noteOf(document)}
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
      {measured === null ? null : <Likeness measured={measured} />}
    </Disclosed>
  );

  function noteOf({ frame }: StoredDocument): { readonly note?: string; readonly shows?: boolean } {
    const found = frame === null ? undefined : measuredAt(measured, frame);
    if (found === undefined || frame === null) return {};
    return {
      note: measuredText(found, frame.asked, t, language),
      ...(found.shows === null ? {} : { shows: found.shows }),
    };
  }
}

/** Whether the challenge was performed, as the judge saw it. */
function Performed({ of }: { readonly of: ReturnType<typeof performedOf> }) {
  const { t } = useWords();
  if (of === undefined) return null;
  return (
    <Badge tone={of.performed ? 'good' : 'bad'}>
      {t(of.performed ? 'viewer.performed' : 'viewer.not_performed')}
    </Badge>
  );
}

/** What was measured over the whole set. */
function Likeness({ measured }: { readonly measured: Measured }) {
  const { t, language } = useWords();
  const share = new Intl.NumberFormat(language, { style: 'percent' });
  const { likeness, selfie_likeness: toSelfie, passive, timed } = measured;
  const rows = [
    ['viewer.measured.one_person', likeness],
    ['viewer.measured.selfie', toSelfie],
    ['viewer.measured.passive', passive],
  ] as const;
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{t(name)}</dt>
          <dd>{value === null ? t('viewer.measured.none') : share.format(value)}</dd>
        </Fragment>
      ))}
      <dt>{t('viewer.measured.times')}</dt>
      <dd>{t(timed ? 'viewer.measured.times.yes' : 'viewer.measured.times.no')}</dd>
    </dl>
  );
}

/** When it was taken since the challenge was asked, by the device; else which it is. */
function captionOf({ frame }: StoredDocument, seconds: string): string {
  const atMs = frame?.at_ms ?? null;
  return atMs === null
    ? String((frame?.position ?? 0) + 1)
    : `${(atMs / 1_000).toFixed(1)} ${seconds}`;
}
