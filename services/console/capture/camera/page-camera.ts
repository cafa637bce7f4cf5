import { KeptCamera } from './kept-camera';

/** The page's one camera, which goes on from screen to screen. */
export const pageCamera = new KeptCamera();

document.addEventListener('visibilitychange', () => pageCamera.hidden(document.hidden));
window.addEventListener('pagehide', () => pageCamera.stop());
