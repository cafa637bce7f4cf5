import { escapeHtml } from '../../../shared/page/escape-html';
import { specimenNames } from './specimen-files';

export interface StartPageFacts {
  /** As whoever reads the page opens it. */
  readonly apiUrl: string;
  readonly temporalUiUrl: string;
  /** What a phone opens; null without `--lan`. */
  readonly lanUrl: string | null;
  readonly stateFolder: string;
}

export const startPagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

/** Where everything of the local stack is, for somebody who has just started it. No key stands on it. */
export function startPageHtml(facts: StartPageFacts): string {
  const { apiUrl, temporalUiUrl, lanUrl, stateFolder } = facts;
  const files = specimenNames.map(
    (name) => `<a href="/specimen/${name}" download="${name}">${name}</a>`,
  );
  const phone =
    lanUrl === null
      ? 'No phone reaches this address: for one, start with <code>npm start -- --lan</code>.'
      : `It opens at <code>${escapeHtml(lanUrl)}</code>, which a phone in the same network reaches too; both browsers will warn of a certificate that this machine made itself.`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Verifa Sessions, local stack</title>
<link rel="icon" href="data:,">
<style>:root{color-scheme:light dark}body{font:17px/1.6 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem}
a.go{display:inline-block;padding:.7rem 1.4rem;border-radius:.5rem;background:#1a66d9;color:#fff;text-decoration:none}
li{margin:.4rem 0}</style></head><body><main>
<h1>Verifa Sessions runs</h1>
<h2>Try it as a person</h2>
<ol><li>Save the specimen's pictures: ${files.join(' and ')}, of somebody who is made up.</li>
<li><a class="go" href="/session">Begin a session</a> Choose <em>Continue on this device</em>, agree, choose <em>passport</em> of the
<em>Netherlands</em>, and give it the two files where it asks for pictures. It will wish for a better selfie, for this
one is old and small: <em>Use it anyway</em>. Or hold your own document to the camera.</li>
<li>A few seconds after you have sent it, it is decided: <a href="${escapeHtml(temporalUiUrl)}">Temporal's UI</a> shows its
history, and its result comes by <code>GET ${escapeHtml(apiUrl)}/api/v1/sessions/{id}/result</code> with the live key that the
terminal printed (without an id and <code>/result</code> you get the list).</li></ol>
<p>${phone} <a href="/sandbox-session">A sandbox session</a> lets you choose how it ends.</p>
<h2>Where everything is</h2>
<ul><li><a href="${escapeHtml(apiUrl)}/docs">The API's reference</a>,
<a href="${escapeHtml(apiUrl)}/openapi.json">openapi.json</a></li>
<li><a href="${escapeHtml(temporalUiUrl)}">Temporal's UI</a>: every session is a workflow</li>
<li>Keys and addresses: in the terminal, and in <code>${escapeHtml(stateFolder)}/local.json</code></li></ul>
</main></body></html>`;
}
