import { useText } from '../parts/words';

interface ReferencedProps {
  readonly externalRef: string | null;
  readonly id: string;
}

/** A session or an identity in a row: as the integrator calls it, over its id. */
export function Referenced({ externalRef, id }: ReferencedProps) {
  const t = useText();
  return (
    <div>
      <div className="cell-main">{externalRef ?? t('sessions.no_reference')}</div>
      <code className="cell-sub">{id}</code>
    </div>
  );
}
