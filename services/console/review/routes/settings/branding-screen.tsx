import { useState } from 'react';
import { BrandingForm } from './branding-form';
import { LogoSettings } from './logo-settings';
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

/** What of the branding the preview shows. */
export interface Look {
  readonly displayName: string;
  readonly colour: string;
  readonly radiusPx: number;
  readonly title: string;
  readonly text: string;
  readonly hasSupport: boolean;
  readonly hasPrivacy: boolean;
}

/** As the capture page has them by itself (`capture/styles/tokens.css`). */
export const ownLook = { colour: '#2563eb', radiusPx: 14 } as const;

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
