import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  colourFaults,
  contrast,
  pageBackground,
} from '../../../../shared/domain/organization/brand-colour';

const tokens = join(__dirname, '../../../../services/console/capture/styles/tokens.css');

it("the page's own brand colour keeps the rule for everybody's, and no ground is worse than the rule's", async () => {
  const [day = '', night = ''] = (await readFile(tokens, 'utf8')).split(
    '@media (prefers-color-scheme: dark)',
  );
  const valueOf = (part: string, name: string): string =>
    new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(part)?.[1] ?? '';
  const brand = valueOf(day, 'brand');
  expect(brand).not.toBe('');
  expect(colourFaults(brand)).toEqual([]);
  for (const name of ['ground', 'surface']) {
    expect(contrast(valueOf(day, name), '#000000')).toBeGreaterThanOrEqual(
      contrast(pageBackground.light, '#000000'),
    );
    expect(contrast(valueOf(night, name), '#ffffff')).toBeGreaterThanOrEqual(
      contrast(pageBackground.dark, '#ffffff'),
    );
  }
});
