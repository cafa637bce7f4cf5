import './styles/page.css';
import { render } from 'preact';
import { App } from './app';
import { readPageAssets } from './page-assets';
import { createCaptureApi } from './server/capture-api';
import { createPageSecret, linkKeyOf, type SecretStore } from './server/page-secret';

const answerWithinMs = 20_000;

/** A browser may refuse to name its storage at all. */
function stores(): readonly SecretStore[] {
  return ['sessionStorage', 'localStorage'].flatMap((name) => {
    try {
      return name === 'sessionStorage' ? [window.sessionStorage] : [window.localStorage];
    } catch {
      return [];
    }
  });
}

const root = document.querySelector<HTMLElement>('#page');
if (root !== null) {
  const base = location.pathname.replace(/\/$/, '');
  const link = linkKeyOf(base.split('/').at(-1) ?? '');
  const secret = createPageSecret(stores(), link, (bytes) => crypto.getRandomValues(bytes));
  const api = createCaptureApi({
    base,
    fetch: (input, init) => fetch(input, init),
    secret: secret.kept,
    timeoutMs: answerWithinMs,
  });
  const boot = {
    api,
    link,
    assets: readPageAssets(root.dataset, document.documentElement.lang),
    signals: { camera: () => undefined, pasted: () => undefined, step: () => undefined },
    onState: () => undefined,
    say: () => undefined,
  };
  root.replaceChildren();
  render(<App boot={boot} />, root);
}
