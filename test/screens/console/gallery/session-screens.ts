import { isId } from '../../../../shared/domain/ids';
import type { RunningApi } from '../../../api/running-api';
import { press, shows, type ConsoleScreen } from './console-screen';

const sessions = { path: '/sessions', title: 'nav.sessions' } as const;

async function listed(api: RunningApi): Promise<string> {
  await api.create({ external_ref: 'shop-4711', country: 'NL', tags: ['vip', 'beta'] });
  const id = await api.create({
    external_ref: 'shop-4712-a-rather-long-reference-of-an-integrator',
  });
  await api.db
    .updateTable('sessions')
    .set({ status: 'expired', expired_at: new Date() })
    .where('id', '=', isId('session', id) ? id : 'ses_')
    .execute();
  return '/sessions';
}

async function waiting(api: RunningApi): Promise<string> {
  return `/sessions/${await api.create({ country: 'NL', tags: ['vip'], language: 'nl' })}`;
}

const opened = {
  path: waiting,
  route: '/sessions/$sessionId',
  title: 'session.title',
} as const;

export const sessionScreens: readonly ConsoleScreen[] = [
  { ...sessions, path: listed, route: '/sessions', name: 'sessions', role: 'reviewer' },
  { ...sessions, name: 'sessions-none', role: 'admin', environment: 'sandbox', path: '/sessions' },
  {
    ...opened,
    path: '/sessions/ses_01m8nk12bty03m7v6520yg6990',
    name: 'session-unknown',
    role: 'reviewer',
    reach: shows('problem.not_found'),
  },
  {
    ...sessions,
    path: '/sessions?q=nothing-has-this',
    name: 'sessions-none-found',
    role: 'reviewer',
    reach: shows('sessions.none_found.text'),
  },
  { ...sessions, name: 'sessions-find', role: 'senior', reach: press('sessions.find') },
  { ...opened, name: 'session', role: 'admin', reach: shows('session.timeline') },
  { ...opened, name: 'session-as-reviewer', role: 'reviewer', reach: shows('session.timeline') },
  { ...opened, name: 'session-redact', role: 'admin', reach: press('session.redact') },
  { ...opened, name: 'session-hold', role: 'admin', reach: press('session.hold') },
  { ...opened, name: 'session-link', role: 'senior', reach: press('session.link') },
  {
    name: 'session-pictures',
    role: 'reviewer',
    route: '/sessions/$sessionId/pictures',
    path: async (api) => `${await waiting(api)}/pictures`,
    title: 'session.pictures',
    reach: shows('viewer.none'),
  },
];
