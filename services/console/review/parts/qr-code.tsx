import { useEffect, useState } from 'react';

interface QrCodeProps {
  /** `data:image/png;base64,…` */
  readonly dataUrl: string;
  readonly label: string;
}

/** A picture that the API drew; by a `blob:` address, for the policy shows no `data:` pictures. */
export function QrCode({ dataUrl, label }: QrCodeProps) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytesOf(dataUrl)], { type: 'image/png' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [dataUrl]);
  return url === null ? <span className="qr" /> : <img className="qr" src={url} alt={label} />;
}

function bytesOf(dataUrl: string): Uint8Array<ArrayBuffer> {
  const letters = atob(dataUrl.slice(dataUrl.indexOf(',') + 1));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}
