import { concurrentIndexes } from '../migrating/concurrent-indexes';

/** What the gauges of `deploy/MONITORING.md` look for, found without reading what is in order. */
export const monitoredSessionsMigration = concurrentIndexes([
  // Open sessions that end by themselves: an end takes the deadline away.
  { name: 'sessions_by_deadline', on: 'sessions (deadline_at) WHERE deadline_at IS NOT NULL' },
  // `sessions_retention` also holds all that is hidden and not destroyed yet: nine months of sessions.
  {
    name: 'sessions_to_hide',
    on: `sessions (organization_id, environment, ended_at)
      WHERE ended_at IS NOT NULL AND retention_status = 'active' AND NOT legal_hold`,
  },
]);
