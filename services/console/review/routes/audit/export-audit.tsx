import { useMutation } from '@tanstack/react-query';
import type { QueryOf } from '../../../../client/src/route-types';
import { useService } from '../../api/context';
import { Button } from '../../parts/button';
import { sentenceOf } from '../../parts/problem';
import { useToast } from '../../parts/toast';
import { useText } from '../../parts/words';
import { csvOf } from '../../parts/csv';
import { saveFile } from '../../parts/save-file';
import type { AuditRecord } from './audit-record';

type AuditQuery = Omit<QueryOf<'GET /api/v1/events'>, 'limit' | 'after' | 'offset'>;

/** A file that a spreadsheet opens; for more there is the API. */
const mostRecords = 10_000;
const recordsAPage = 100;

/** All records that the filters let through, newest first. */
export function ExportAudit({ query }: { readonly query: AuditQuery }) {
  const t = useText();
  const toast = useToast();
  const { api } = useService();
  const { mutate, isPending } = useMutation({
    mutationFn: async () => {
      const records: AuditRecord[] = [];
      let after: string | null = '';
      while (after !== null && records.length < mostRecords) {
        const page: { readonly data: readonly AuditRecord[]; readonly next: string | null } =
          await pageOf(after);
        records.push(...page.data);
        after = page.next;
      }
      return { records, isWhole: after === null };
    },
    onSuccess({ records, isWhole }) {
      const csv = csvOf([columns, ...records.map(rowOf)]);
      saveFile('audit.csv', new Blob([csv], { type: 'text/csv' }));
      const count = records.length;
      toast(
        t(isWhole ? 'audit.export.done' : 'audit.export.cut', { count }),
        isWhole ? 'good' : 'bad',
      );
    },
    onError: (cause) => toast(sentenceOf(cause, t), 'bad'),
  });
  async function pageOf(after: string) {
    const { data, pagination } = await api.request('GET /api/v1/events', {
      query: { ...query, limit: recordsAPage, after },
    });
    return { data, next: 'next' in pagination ? pagination.next : null };
  }
  return (
    <Button isPending={isPending} onPress={() => mutate()}>
      {t('audit.export')}
    </Button>
  );
}

const columns = [
  'id',
  'at',
  'actor_kind',
  'actor_id',
  'action',
  'resource_type',
  'resource_id',
  'request_id',
  'detail',
];

function rowOf(record: AuditRecord): readonly string[] {
  return [
    record.id,
    record.at,
    record.actor.kind,
    record.actor.id ?? '',
    record.action,
    record.resource?.type ?? '',
    record.resource?.id ?? '',
    record.request_id ?? '',
    JSON.stringify(record.detail),
  ];
}
