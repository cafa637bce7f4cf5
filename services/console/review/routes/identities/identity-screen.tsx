import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useList } from '../../api/use-list';
import { useRead } from '../../api/use-read';
import { Answered } from '../../parts/answered';
import { Button } from '../../parts/button';
import { CopyId } from '../../parts/copy-id';
import { Empty } from '../../parts/empty';
import { Page } from '../../parts/page';
import { Pager } from '../../parts/pager';
import { Section } from '../../parts/section';
import { ExactTime } from '../../parts/time';
import { useText } from '../../parts/words';
import { useMay } from '../../session/me';
import { SessionTable } from '../sessions/session-table';
import { tagWords } from '../../terms/tag-words';
import type { Identity } from './identity';
import { ArchiveIdentity } from './archive-identity';
import { IdentityStatusBadge } from './identity-status';
import { MergeIdentity } from './merge-identity';

const route = getRouteApi('/signed-in/identities/$identityId');

export function IdentityScreen() {
  const t = useText();
  const { identityId } = route.useParams();
  const read = useRead('GET /api/v1/identities/{id}', { params: { id: identityId } });
  return (
    <Page
      title={read.data?.external_ref ?? t('identities.identity')}
      lead={
        <span className="row">
          <Link to="/identities">{t('nav.identities')}</Link>
          <CopyId id={identityId} />
          {read.data === undefined ? null : <IdentityStatusBadge status={read.data.status} />}
        </span>
      }
      actions={read.data === undefined ? null : <IdentityActions identity={read.data} />}
    >
      <Answered read={read}>{(identity) => <IdentityParts identity={identity} />}</Answered>
    </Page>
  );
}

function IdentityActions({ identity }: { readonly identity: Identity }) {
  const t = useText();
  const mayWrite = useMay('identities:write');
  const [open, setOpen] = useState<'merge' | 'archive' | null>(null);
  const { archived_at: archivedAt, retention_status: retention, merged_into: into } = identity;
  if (!mayWrite || retention === 'redacted' || into !== null) return null;
  const props = { identity, onClose: () => setOpen(null) };
  return (
    <>
      <Button onPress={() => setOpen('merge')}>{t('identities.merge')}</Button>
      <Button onPress={() => setOpen('archive')}>
        {t(archivedAt === null ? 'identities.archive' : 'identities.restore')}
      </Button>
      <MergeIdentity {...props} isOpen={open === 'merge'} />
      <ArchiveIdentity {...props} isOpen={open === 'archive'} />
    </>
  );
}

function IdentityParts({ identity }: { readonly identity: Identity }) {
  const t = useText();
  const metadata = Object.entries(identity.metadata);
  return (
    <>
      {identity.retention_status === 'redacted' ? (
        <p className="notice" data-tone="warn">
          {t('identities.redacted')}
        </p>
      ) : null}
      {identity.archived_at === null ? null : (
        <p className="notice">
          {t('identities.archived')} <ExactTime at={identity.archived_at} />
        </p>
      )}
      <Section title={t('session.facts')}>
        <dl className="facts">
          <dt>{t('sessions.created')}</dt>
          <dd>
            <ExactTime at={identity.created_at} />
          </dd>
          <dt>{t('sessions.tags')}</dt>
          <dd>{tagWords(identity.tags)}</dd>
          {metadata.map(([name, value]) => (
            <Metadata key={name} name={name} value={value} />
          ))}
        </dl>
      </Section>
      <IdentitySessions id={identity.id} />
    </>
  );
}

/** The integrator's own words, as they gave them. */
function Metadata({ name, value }: { readonly name: string; readonly value: unknown }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
    </>
  );
}

function IdentitySessions({ id }: { readonly id: string }) {
  const t = useText();
  const { rows, next, problem, retry } = useList('GET /api/v1/identities/{id}/sessions', {
    params: { id },
  });
  return (
    <>
      <h2>{t('nav.sessions')}</h2>
      <SessionTable
        caption={t('nav.sessions')}
        rows={rows}
        problem={problem}
        onRetry={retry}
        empty={<Empty title={t('identities.no_sessions')} />}
      />
      <Pager next={next} />
    </>
  );
}
