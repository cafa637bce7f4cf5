import sharp from 'sharp';
import { say } from '../console-words';
import { shows, type ConsoleScreen } from './console-screen';

const settings = { title: 'nav.settings', role: 'admin' } as const;

export const settingsScreens: readonly ConsoleScreen[] = [
  { ...settings, name: 'settings', path: '/settings', reach: shows('settings.review') },
  {
    ...settings,
    name: 'settings-refused',
    path: '/settings',
    async reach({ page }) {
      const origins = page.getByRole('textbox', { name: say('settings.allowed_origins') });
      await origins.fill('https://shop.example/path\nhttps://fine.example');
      const save = `${say('settings.save')}: ${say('settings.access')}`;
      await page.getByRole('button', { name: save }).click();
      await page.getByText('Entry 1: ').waitFor();
    },
  },
  {
    ...settings,
    name: 'settings-retention',
    path: '/settings',
    async reach({ page }) {
      await page.getByRole('textbox', { name: say('settings.hidden_after') }).fill('30');
      const save = `${say('settings.save')}: ${say('settings.retention')}`;
      await page.getByRole('button', { name: save }).click();
      await page.getByRole('alertdialog').waitFor();
    },
  },
  {
    ...settings,
    name: 'settings-forbidden',
    role: 'senior',
    path: '/settings',
    reach: shows('problem.forbidden'),
  },
  {
    ...settings,
    name: 'branding',
    path: '/settings/branding',
    async reach({ page }) {
      const name = page.getByRole('textbox', { name: say('settings.display_name') });
      await name.fill('Northern Savings Bank');
      await page
        .getByRole('textbox', { name: say('settings.brand_color'), exact: true })
        .fill('#0b6e4f');
      const logo = {
        create: { width: 300, height: 90, channels: 3, background: '#0b6e4f' },
      } as const;
      await page
        .getByLabel(say('settings.logo.choose'), { exact: true })
        .first()
        .setInputFiles({
          name: 'logo.png',
          mimeType: 'image/png',
          buffer: await sharp(logo).png().toBuffer(),
        });
      await page.getByRole('img', { name: say('settings.logo.now') }).waitFor();
    },
  },
];
