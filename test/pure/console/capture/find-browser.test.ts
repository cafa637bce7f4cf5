import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../../stack/browser';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verifa-browser-'));
  for (const name of ['google-chrome', 'mine']) {
    writeFileSync(join(folder, name), '');
    chmodSync(join(folder, name), 0o755);
  }
  writeFileSync(join(folder, 'chromium'), 'no program');
});
afterAll(() => rmSync(folder, { recursive: true }));

it('is the one that is named, else the first program of a known name on PATH', () => {
  const named = join(folder, 'mine');
  expect(findBrowser({ CHROME_PATH: named, PATH: folder })).toBe(named);
  expect(findBrowser({ PATH: `/nowhere::${folder}` })).toBe(join(folder, 'google-chrome'));
});

it.each([
  ['none is there', {}],
  ['PATH has none', { PATH: '/nowhere' }],
  ['the named one is none', { CHROME_PATH: '/nowhere/chromium', PATH: '/nowhere' }],
])('where %s, says in one sentence how to get one', (_name, environment) => {
  expect(() => findBrowser(environment)).toThrow(
    /need a browser: install Chromium .* CHROME_PATH\.$/,
  );
});
