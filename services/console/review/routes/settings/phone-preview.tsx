import { useEffect, useRef } from 'react';
import { useText } from '../../parts/words';
import { brandInk } from './brand-ink';
import { ownLook, type Look } from './look';

interface PhonePreviewProps {
  readonly look: Look;
  readonly organizationName: string;
  readonly logoUrl: string | null;
}

/** The capture page's first screen on a phone, by day and by night. A colour that is none yet changes nothing. */
export function PhonePreview({ look, organizationName, logoUrl }: PhonePreviewProps) {
  const t = useText();
  const frame = useRef<HTMLDivElement>(null);
  const ink = brandInk(look.colour);
  const brand = ink === null ? ownLook.colour : look.colour;
  useEffect(() => {
    // By the object model: the policy refuses styles that are written into the page.
    const style = frame.current?.style;
    style?.setProperty('--brand', brand);
    style?.setProperty('--on-brand', ink ?? '#ffffff');
    style?.setProperty('--corner', `${String(Math.min(look.radiusPx, 24))}px`);
  }, [brand, ink, look.radiusPx]);
  const name = look.displayName === '' ? organizationName : look.displayName;
  return (
    <div className="phones" ref={frame} role="img" aria-label={t('settings.preview')}>
      {(['light', 'dark'] as const).map((scheme) => (
        <div key={scheme} className="phone" data-scheme={scheme} aria-hidden="true">
          <div className="phone-head">
            {logoUrl === null ? (
              <span className="phone-name">{name}</span>
            ) : (
              <img src={logoUrl} alt="" />
            )}
          </div>
          <div className="phone-body">
            <p className="phone-title">
              {look.title === '' ? t('settings.preview.title', { organisation: name }) : look.title}
            </p>
            <p>{look.text === '' ? t('settings.preview.text') : look.text}</p>
            <ul className="phone-list">
              <li>{t('settings.preview.document')}</li>
              <li>{t('settings.preview.selfie')}</li>
            </ul>
            <span className="phone-button">{t('settings.preview.go')}</span>
          </div>
          <div className="phone-foot">
            {look.hasSupport ? <span>{t('settings.preview.help')}</span> : null}
            {look.hasPrivacy ? <span>{t('settings.preview.privacy')}</span> : null}
          </div>
        </div>
      ))}
    </div>
  );
}
