import { sessionsWanted } from '../../../../services/api/sessions/list';
import { countSessions } from '../../../../services/api/sessions/count-sessions';
import { listQuery } from '../../../../services/api/sessions/list-query';
import { byTime } from '../../../../services/api/http/list-order';
import { readList } from '../../../../services/api/http/read-list';
import { generatedId } from '../../../database/generated-rows';
import type { GrowthDeps, Subject } from './subject';

const queries = [
  'offset=0',
  'after=',
  'result=approved',
  'result=needs_review',
  'status=failed',
  'country=MT',
  'tag=rare',
  'tag=often',
  `workflow_id=${generatedId('wfl_', 7)}`,
  'q=customer-77',
  'result=approved&tag=rare',
  'offset=9000',
];

/** Pages of the list of sessions, with the total where there is one. */
export function listSubjects({ walled, asTenant, organizationId }: GrowthDeps): readonly Subject[] {
  const caller = { organizationId, environment: 'live' } as const;
  return [
    ...queries.map((text) => {
      const query = listQuery.parse(Object.fromEntries(new URLSearchParams(text)));
      return {
        name: `sessions?${text}`,
        call: () =>
          asTenant(async () => {
            const { wanted, countAll } = await sessionsWanted(walled, caller, query);
            return readList(wanted, byTime('desc'), query, countAll);
          }),
      };
    }),
    { name: 'total of sessions', call: () => asTenant(() => countSessions(walled, caller, {})) },
  ];
}
