import { press, shows, type ConsoleScreen } from './console-screen';

const keys = { path: '/keys', title: 'nav.keys' } as const;

export const keyScreens: readonly ConsoleScreen[] = [
  { ...keys, name: 'keys', role: 'admin', reach: shows('keys.status.active') },
  { ...keys, name: 'keys-create', role: 'admin', reach: press('keys.create') },
  { ...keys, name: 'keys-forbidden', role: 'reviewer', reach: shows('problem.forbidden') },
];
