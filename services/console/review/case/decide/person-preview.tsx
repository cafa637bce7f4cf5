import { useQuery } from '@tanstack/react-query';
import type { AskablePiece } from '../../../../../shared/domain/capture/asked-pieces';
import { useService } from '../../api/context';
import { Problem } from '../../parts/problem';
import { useWords } from '../../parts/words';
import { useMe } from '../../session/me';
import {
  askedPieceTexts,
  createTranslateBy,
  directionOf,
  loadTexts,
} from '../../terms/person-page';

interface PersonPreviewProps {
  readonly page: { readonly language: string; readonly texts: string };
  readonly pieces: readonly {
    readonly piece: AskablePiece;
    /** A key of the page's own texts. */
    readonly reasonText: string | null;
    readonly message: string | null;
  }[];
}

/** What the person's page will say, in its own words of their language. */
export function PersonPreview({ page, pieces }: PersonPreviewProps) {
  const { t, language } = useWords();
  const { base } = useService();
  const { organization } = useMe();
  const { data, error, refetch } = useQuery({
    queryKey: ['page texts', page.texts],
    queryFn: () => loadTexts(`${base}${page.texts}`),
    // Its name carries a hash of its content.
    staleTime: Infinity,
  });
  const named = new Intl.DisplayNames(language, { type: 'language' }).of(page.language);
  return (
    <figure className="person-preview">
      <figcaption>{t('decide.resubmit.preview', { language: named ?? page.language })}</figcaption>
      {error === null ? null : <Problem cause={error} onRetry={() => void refetch()} />}
      {data === undefined ? null : (
        <blockquote lang={page.language} dir={directionOf(page.language)}>
          {preview(createTranslateBy<string>(page.language, data), organization.name, pieces)}
        </blockquote>
      )}
    </figure>
  );
}

function preview(
  said: (key: string, values?: Readonly<Record<string, string>>) => string,
  organization: string,
  pieces: PersonPreviewProps['pieces'],
) {
  return (
    <>
      <p className="person-title">{said('asked.title')}</p>
      <p>{said('asked.text', { organization })}</p>
      <ul>
        {pieces.map(({ piece, reasonText, message }) => (
          <li key={piece}>
            <strong>{said(askedPieceTexts[piece])}</strong>
            {reasonText === null ? null : <p>{said(reasonText)}</p>}
            {message === null ? null : <p dir="auto">{message}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
