import './styles/console.css';
import { createRoot } from 'react-dom/client';
import * as z from 'zod/mini';
import { loadTexts } from '../shared/load-texts';
import { createAccess } from './api/access';
import { createApi } from './api/api';
import { createConnection } from './api/connection';
import type { Service } from './api/context';
import { newKey } from './api/new-key';
import { createQueryClient } from './api/query-client';
import { createStreams } from './api/streams';
import { browserTimer } from './api/throttle';
import { App } from './app';
import { createConsoleRouter } from './router';
import { createTranslate } from './texts';
import { allowOnlyEmptyMarkup } from './trusted-types';

allowOnlyEmptyMarkup(window);
// Its shortcut compiles code out of strings, which the policy refuses and would report.
z.config({ jitless: true });

const container = document.querySelector<HTMLElement>('#console');
if (container !== null) void start(container);

async function start(root: HTMLElement): Promise<void> {
  const { base = '', texts: textsUrl = '' } = root.dataset;
  const language = document.documentElement.lang;
  // Until they are there, or if they never are, what the server wrote stands.
  const texts = await loadTexts(textsUrl);
  const access = createAccess();
  const connection = createConnection();
  const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
  const parts = { base, access, connection, newKey, pause };
  const api = createApi({ ...parts, fetch: (input, init) => fetch(input, init) });
  const streams = createStreams(api.send, browserTimer);
  const service: Service = { api, access, connection, streams, base };
  createRoot(root).render(
    <App
      language={withRegion(language, navigator.languages)}
      t={createTranslate(language, texts)}
      service={service}
      client={createQueryClient()}
      router={createConsoleRouter(base)}
    />,
  );
}

/** The words' language as the browser's owner writes it: `en-GB` has other dates than `en`. */
function withRegion(language: string, preferred: readonly string[]): string {
  return preferred.find((tag) => tag.split('-')[0] === language) ?? language;
}
