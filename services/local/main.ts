import { processEnvironment } from '../../shared/config/process-environment';
import { runMain } from '../../shared/process/run-main';
import QRCode from 'qrcode';
import { createLocalSession } from './start-page/local-session';
import { runDemo } from './demo/run-demo';
import { parseOptions, usage } from './options';
import type { Lan } from './lan/open-lan';
import { startStack, type LocalFacts, type Stack } from './start-stack';

const report = (line: string): void => console.log(`  ${line}`);

/** `npm start`: the whole service on this machine, until Ctrl-C. */
async function main(): Promise<void> {
  const environment = processEnvironment(process.env);
  const options = parseOptions(process.argv.slice(2), environment);
  if (options.help) {
    console.log(usage);
    return;
  }
  console.log('Verifa Sessions, local stack');
  let stopAsked: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    stopAsked = resolve;
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopAsked());

  // Asked to stop while it starts: it starts, then stops, so that nothing is left half way.
  const stack: Stack = await startStack({ options, environment, report });
  try {
    console.log(summary(stack.facts));
    if (stack.lan !== null) console.log(await forPhone(stack.facts, stack.lan));
    if (options.demo) {
      await runDemo({
        apiUrl: stack.facts.api_url,
        liveKey: stack.facts.live_key,
        temporalUiUrl: stack.facts.temporal_ui_url,
        cacheDir: stack.cacheDir,
        report: console.log,
      });
    }
    if (!options.demo || options.stay) await asked;
  } finally {
    console.log('Stopping …');
    await stack.stop();
  }
}

/** What a phone needs: an address, and to know beforehand what it is going to be asked. */
async function forPhone(facts: LocalFacts, { certificate }: Lan): Promise<string> {
  const { capture_url: link } = await createLocalSession(facts.api_url, facts.live_key, {
    expires_in_minutes: 24 * 60,
  });
  const code = await QRCode.toString(link, { type: 'terminal', small: true });
  return `${code}
  On a phone     ${link}
                 for a day, on the first device that opens it; in the same network as this machine

  The phone will say that the connection is not private: the certificate was made here, and nobody vouches
  for it. Show details, then go on to the site. It is the right one when its SHA-256 fingerprint is
  ${certificate.fingerprint}
`;
}

const sanctions = {
  'made up': 'a made-up list of two names; real ones: deploy/WATCHLISTS.md',
  own: 'your own lists: GET /api/v1/watchlists',
} as const;

function summary(facts: LocalFacts): string {
  return `
  Start here     ${facts.api_url}            in a browser: a first session, and where everything is
  A session      ${facts.start_page_url}/session    makes one and opens its page
  API            ${facts.api_url}/docs
  Temporal UI    ${facts.temporal_ui_url}
  Console        ${facts.public_url}/console
                 ${facts.people.admin.email}, password ${facts.people.admin.password}; second factor: the code that
                 ${facts.start_page_url}/code shows, or an app with the secret ${facts.people.admin.totp_secret}
                 ${facts.people.reviewer.email}, password ${facts.people.reviewer.password}: a second reviewer
  Live key       ${facts.live_key}      runs the real checks
  Sandbox key    ${facts.sandbox_key}   never does: you choose the outcome
  Documents      ${facts.object_store}
  Sanctions      ${sanctions[facts.sanctions_lists]}

  curl -s ${facts.api_url}/api/v1/sessions -X POST \\
    -H 'X-API-Key: ${facts.sandbox_key}' \\
    -H 'Content-Type: application/json' -d '{"external_ref": "customer-1"}'

  Ctrl-C stops everything; the state stays in .verifa
`;
}

runMain('The local stack', main);
