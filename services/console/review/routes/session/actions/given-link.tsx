import { QrCode } from '../../../parts/qr-code';
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
      {qrCode === null ? null : <QrCode dataUrl={qrCode} label={t('session.link.qr_code')} />}
      <SecretOnce label={t('session.link.address')} secret={url} onDone={onDone} />
    </>
  );
}
