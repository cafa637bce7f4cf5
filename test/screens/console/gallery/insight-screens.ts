import { stoppedSessions } from './stopped-sessions';
import { shows, type ConsoleScreen } from './console-screen';

const insights = { title: 'nav.insights', role: 'senior' } as const;

export const insightScreens: readonly ConsoleScreen[] = [
  {
    ...insights,
    name: 'insights-funnel',
    route: '/insights',
    async path(api) {
      await stoppedSessions(api);
      return '/insights?by=country';
    },
    reach: shows('insights.funnel'),
  },
  {
    ...insights,
    name: 'insights-review',
    path: '/insights?view=review',
    reach: shows('insights.waiting'),
  },
  {
    ...insights,
    name: 'insights-nothing',
    environment: 'sandbox',
    path: '/insights',
  },
];
