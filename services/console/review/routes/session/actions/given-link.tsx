import { SecretOnce } from '../../../parts/secret-once';
import { useText } from '../../../parts/words';

interface GivenLinkProps {
  readonly url: string | null;
  readonly qrCode: string | null;
  readonly onDone: () => void;
}

/** A new capture link, and the same to be scanned; null: somebody has ended it meanwhile. */
export function GivenLink({ url, qrCode, onDone }: GivenLinkProps) {
  const t = useText();
  if (url === null) return <p>{t('session.link.gone')}</p>;
  return (
    <>
      {qrCode === null ? null : (
        <img className="qr-code" src={qrCode} alt={t('session.link.qr_code')} width={176} />
      )}
      <SecretOnce label={t('session.link.address')} secret={url} onDone={onDone} />
    </>
  );
}
