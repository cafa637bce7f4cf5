import { useEffect, useState } from 'react';

interface QrCodeProps {
  readonly svg: string;
  readonly label: string;
}

/** A picture that the API drew; by a `blob:` address, for the policy knows no `data:` pictures. */
export function QrCode({ svg, label }: QrCodeProps) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return url === null ? <span className="qr" /> : <img className="qr" src={url} alt={label} />;
}
