import { Link } from '@tanstack/react-router';
import { useRead } from '../../api/use-read';
import { Badge, type Tone } from '../../parts/badge';
import { Section } from '../../parts/section';
import { ExactTime } from '../../parts/time';
import { useWords } from '../../parts/words';
import { useMay, useMe } from '../../session/me';
import { countryName } from '../sessions/session-table';
import { useWorkflowNames } from '../sessions/use-workflow-names';
import type { Session } from './session-of-screen';

export const resultTones: Readonly<Record<string, Tone>> = {
  approved: 'good',
  rejected: 'bad',
  needs_review: 'warn',
};

/** What the session is, in a column of names and values; what it has none of is left out. */
export function SessionFacts({ session }: { readonly session: Session }) {
  const { t, language } = useWords();
  const workflow = useWorkflowNames().get(session.workflow_id) ?? session.workflow_id;
  return (
    <Section title={t('session.facts')}>
      <dl className="facts">
        <SessionResult session={session} />
        <dt>{t('sessions.workflow')}</dt>
        <dd>
          <Link
            to="/workflows/$workflowId"
            params={{ workflowId: session.workflow_id }}
            search={{ session: session.id }}
          >
            {t('session.workflow_version', { workflow, version: session.workflow_version })}
          </Link>
        </dd>
        <dt>{t('sessions.created')}</dt>
        <dd>
          <ExactTime at={session.created_at} />
        </dd>
        <Moment name={t('session.completed')} at={session.completed_at} />
        <Moment name={t('session.expired')} at={session.expired_at} />
        <Moment name={t('session.consented')} at={session.consent_at} />
        {session.country === null ? null : (
          <>
            <dt>{t('sessions.country')}</dt>
            <dd>{countryName(session.country, language)}</dd>
          </>
        )}
        {session.language === null ? null : (
          <>
            <dt>{t('session.language')}</dt>
            <dd>{new Intl.DisplayNames([language], { type: 'language' }).of(session.language)}</dd>
          </>
        )}
        {session.tags.length === 0 ? null : (
          <>
            <dt>{t('sessions.tags')}</dt>
            <dd>{session.tags.join(', ')}</dd>
          </>
        )}
        {session.case_id === null ? null : (
          <>
            <dt>{t('session.case')}</dt>
            <dd>
              <Link to="/cases/$caseId" params={{ caseId: session.case_id }}>
                <code>{session.case_id}</code>
              </Link>
            </dd>
          </>
        )}
        <Pictures sessionId={session.id} />
        {session.identity_id === null ? null : (
          <>
            <dt>{t('session.identity')}</dt>
            <dd>
              <Link to="/identities/$identityId" params={{ identityId: session.identity_id }}>
                <code>{session.identity_id}</code>
              </Link>
            </dd>
          </>
        )}
        <TemporalHistory sessionId={session.id} />
      </dl>
    </Section>
  );
}

function Pictures({ sessionId }: { readonly sessionId: string }) {
  const { t } = useWords();
  if (!useMay('documents:read')) return null;
  return (
    <>
      <dt>{t('session.pictures')}</dt>
      <dd>
        <Link to="/sessions/$sessionId/pictures" params={{ sessionId }}>
          {t('session.pictures.open')}
        </Link>
      </dd>
    </>
  );
}

/** For whoever runs the service: the events and retries of the session's workflow, in pages of Temporal's own. */
function TemporalHistory({ sessionId }: { readonly sessionId: string }) {
  const { t } = useWords();
  const { temporal_workflows_url: workflows } = useMe();
  const mayAudit = useMay('audit:read');
  if (workflows === null || !mayAudit) return null;
  return (
    <>
      <dt>{t('session.temporal')}</dt>
      <dd>
        <a href={`${workflows}/${sessionId}`} target="_blank" rel="noreferrer">
          {t('session.temporal.open')}
        </a>
      </dd>
    </>
  );
}

function Moment({ name, at }: { readonly name: string; readonly at: string | null }) {
  if (at === null) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <ExactTime at={at} />
      </dd>
    </>
  );
}

/** What was decided; a session that was never decided has no result, which is no trouble. */
function SessionResult({ session }: { readonly session: Session }) {
  const { t } = useWords();
  const enabled = useMay('verifications:read') && session.processing_attempts > 0;
  const { data } = useRead('GET /api/v1/sessions/{id}/attempts', idOf(session), { enabled });
  const last = data?.data.findLast(({ decision }) => decision !== null);
  if (last === undefined || last.decision === null) return null;
  const { decision, reason_code: reason } = last;
  return (
    <>
      <dt>{t('sessions.result')}</dt>
      <dd className="row">
        <Badge tone={resultTones[decision] ?? 'quiet'}>{t(`sessions.result.${decision}`)}</Badge>
        {reason === null ? null : <code className="soft">{reason}</code>}
      </dd>
    </>
  );
}

function idOf({ id }: Session) {
  return { params: { id } };
}
