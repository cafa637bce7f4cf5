import { useState } from 'react';
import { BrandingForm } from './branding-form';
import { LogoSettings } from './logo-settings';
import { ownLook, type Look } from './look';
import { PhonePreview } from './phone-preview';
import { SettingsPage } from './settings-page';
import type { Organization } from './use-organization';

/** How the capture page looks for people, shown while it is changed. */
export function BrandingScreen() {
  return (
    <SettingsPage current="branding">
      {(organization) => <Branding organization={organization} />}
    </SettingsPage>
  );
}

function Branding({ organization }: { readonly organization: Organization }) {
  const { branding } = organization.settings;
  const english = branding.texts['en'] ?? {};
  const [look, setLook] = useState<Look>({
    displayName: branding.display_name ?? '',
    colour: branding.brand_color ?? '',
    radiusPx: branding.radius ?? ownLook.radiusPx,
    title: english['expect.title'] ?? '',
    text: english['expect.text'] ?? '',
    hasSupport: branding.support_url !== null,
    hasPrivacy: branding.privacy_url !== null,
  });
  return (
    <div className="branding">
      <div className="stack">
        <BrandingForm branding={branding} look={look} onLook={setLook} />
        <LogoSettings logoUrl={branding.logo_url} />
      </div>
      <PhonePreview look={look} organizationName={organization.name} logoUrl={branding.logo_url} />
    </div>
  );
}
