import type { ReactNode } from 'react';
import { Answered } from '../../parts/answered';
import { LinkTabs } from '../../parts/link-tabs';
import { Page } from '../../parts/page';
import { useText } from '../../parts/words';
import { useMe } from '../../session/me';
import { useOrganization, type Organization } from './use-organization';

interface SettingsPageProps {
  readonly current: 'settings' | 'branding';
  readonly children: (organization: Organization) => ReactNode;
}

/** What both parts of the settings stand in. They are those of one environment. */
export function SettingsPage({ current, children }: SettingsPageProps) {
  const t = useText();
  const { environment } = useMe();
  const organization = useOrganization();
  return (
    <Page
      title={t('nav.settings')}
      lead={t('settings.lead', { environment: t(`environment.${environment}`) })}
    >
      <LinkTabs
        name={t('nav.settings')}
        current={current}
        tabs={[
          { key: 'settings', label: t('settings.tab.settings'), link: { to: '/settings' } },
          {
            key: 'branding',
            label: t('settings.tab.branding'),
            link: { to: '/settings/branding' },
          },
        ]}
      />
      <Answered read={organization}>{children}</Answered>
    </Page>
  );
}
