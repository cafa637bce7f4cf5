import { useRead } from '../../api/use-read';
import { Answered } from '../../parts/answered';
import { Badge, type Tone } from '../../parts/badge';
import { Section } from '../../parts/section';
import { ExactTime } from '../../parts/time';
import { useText } from '../../parts/words';
import { checkText, statusText } from '../../terms/outcome-text';
import { checksSideBySide, type Attempt, type CheckCell, type CheckRun } from './attempt-columns';
import { resultTones } from './session-facts';

const checkTones: Readonly<Record<CheckRun['status'], Tone>> = {
  pending: 'info',
  passed: 'good',
  failed: 'bad',
  error: 'bad',
  skipped: 'quiet',
  requires_retry: 'warn',
};

/** Every attempt in a column of its own, so that what changed between two stands beside each other. */
export function SessionAttempts({ sessionId }: { readonly sessionId: string }) {
  const t = useText();
  const params = { id: sessionId };
  const attempts = useRead('GET /api/v1/sessions/{id}/attempts', { params });
  const runs = useRead('GET /api/v1/sessions/{id}/verifications', { params });
  return (
    <Section title={t('session.attempts')}>
      <Answered read={attempts}>
        {({ data }) => (
          <Answered read={runs}>
            {(checks) => <Matrix attempts={data} runs={checks.data} />}
          </Answered>
        )}
      </Answered>
    </Section>
  );
}

interface MatrixProps {
  readonly attempts: readonly Attempt[];
  readonly runs: readonly CheckRun[];
}

function Matrix({ attempts, runs }: MatrixProps) {
  const t = useText();
  const decided = attempts.filter(({ status }) => status === 'decided');
  const others = attempts.filter(({ status }) => status !== 'decided');
  const rows = checksSideBySide(attempts, runs);
  return (
    <>
      {others.map(({ attempt, status, started_at: at }) => (
        <p key={attempt} className="row">
          {t('session.attempt', { number: attempt })}
          <Badge tone={status === 'failed' ? 'bad' : 'info'}>
            {t(`session.attempt.${status}`)}
          </Badge>
          <span className="soft">
            <ExactTime at={at} />
          </span>
        </p>
      ))}
      {decided.length === 0 ? (
        <p className="soft">{t('session.attempts.none')}</p>
      ) : (
        <div className="scroller" tabIndex={0} role="group" aria-label={t('session.attempts')}>
          <table className="matrix">
            <caption className="unseen">{t('session.attempts')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('session.check')}</th>
                {decided.map((one) => (
                  <th key={one.attempt} scope="col">
                    <AttemptHead attempt={one} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ check, cells, differs }) => (
                <tr key={check} data-differs={differs || undefined}>
                  <th scope="row">{checkText(check, t)}</th>
                  {cells.map((cell, at) => (
                    <td key={decided[at]?.attempt ?? at}>
                      <Cell cell={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function AttemptHead({ attempt: one }: { readonly attempt: Attempt }) {
  const t = useText();
  return (
    <div className="matrix-head">
      <span className="row">
        {t('session.attempt', { number: one.attempt })}
        {one.decision === null ? null : (
          <Badge tone={resultTones[one.decision] ?? 'quiet'}>
            {t(`sessions.result.${one.decision}`)}
          </Badge>
        )}
      </span>
      <span className="soft">
        <ExactTime at={one.started_at} /> · {t('session.version', { number: one.workflow_version })}
      </span>
    </div>
  );
}

function Cell({ cell: { status, cause } }: { readonly cell: CheckCell }) {
  const t = useText();
  return (
    <span className="row">
      {status == null ? (
        <span className="soft">{t('session.check.not_run')}</span>
      ) : (
        <Badge tone={checkTones[status]}>{statusText(status, t)}</Badge>
      )}
      {cause === null ? null : <span className="soft">{t(causeText(cause))}</span>}
    </span>
  );
}

const causes = ['definition', 'engine', 'data', 'date'] as const;

function causeText(cause: string) {
  const known = causes.find((one) => one === cause) ?? 'data';
  return `session.cause.${known}` as const;
}
