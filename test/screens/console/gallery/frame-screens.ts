import { shows, type ConsoleScreen } from './console-screen';

/** Before and around all others. */
export const frameScreens: readonly ConsoleScreen[] = [
  { name: 'sign-in', role: null, path: '/', title: 'sign_in.title' },
  { name: 'set-up', role: null, path: '/set-up#a-token', title: 'set_up.title' },
  { name: 'set-up-over', role: null, path: '/set-up', title: 'set_up.over.title' },
  { name: 'not-found', role: 'admin', path: '/nowhere', title: 'not_found.title' },
  {
    name: 'shortcuts',
    role: 'admin',
    path: '/keys',
    title: 'nav.keys',
    async reach(reviewer) {
      await reviewer.page.keyboard.press('?');
      await shows('shortcut.on')(reviewer);
    },
  },
];
