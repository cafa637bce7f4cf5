import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
} from 'playwright-core';

const programs = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'];

type Environment = Readonly<Record<string, string | undefined>>;

/** The browser that the tests of the pages drive: named by CHROME_PATH, or the first one on PATH. */
export function findBrowser(environment: Environment): string {
  const named = environment['CHROME_PATH'];
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const found =
    named ??
    programs.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
  if (found !== undefined && isProgram(found)) return found;
  throw new Error(
    'The tests of the pages need a browser: install Chromium (`apt-get install chromium`) or Chrome, or name it in CHROME_PATH.',
  );
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export interface BrowserWish {
  /** The film that the browser's fake camera plays, as concatenated JPEGs; without it there is no camera. */
  readonly cameraFile?: string;
}

/** A headless Chromium, whose person allows the camera where there is one. */
export async function launchBrowser(wish: BrowserWish = {}): Promise<Browser> {
  return chromium.launch(launchOptions(wish));
}

/** The same with a person's profile: cookies and storage are kept in the folder, for when it is opened again. */
export async function launchProfile(
  folder: string,
  options: BrowserContextOptions,
): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, { ...launchOptions({}), ...options });
}

function launchOptions({ cameraFile }: BrowserWish) {
  return {
    executablePath: findBrowser(process.env),
    args: [
      // Containers have no user namespaces to make a sandbox of, and all that is opened here is ours.
      '--no-sandbox',
      '--use-fake-ui-for-media-stream',
      // Else it says of itself that a program drives it, which is a signal of its own.
      '--disable-blink-features=AutomationControlled',
      ...(cameraFile === undefined
        ? []
        : [
            '--use-fake-device-for-media-stream',
            `--use-file-for-fake-video-capture=${cameraFile}`,
          ]),
    ],
  };
}
