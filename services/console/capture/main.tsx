import './styles/page.css';
import { render } from 'preact';
import { App } from './app';
import { createBoot } from './page/boot';

const written = document.querySelector<HTMLElement>('#page');
if (written !== null) {
  const container = document.createElement('div');
  written.before(container);
  // What the server wrote stands until there are words to put in its place.
  const boot = createBoot(written, () => written.remove());
  render(<App boot={boot} />, container);
}
