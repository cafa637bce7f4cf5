import { Link } from '@tanstack/react-router';
import { isRefusedAs } from '../../api/problem';
import { Button } from '../../parts/button';
import { CopyId } from '../../parts/copy-id';
import { Problem } from '../../parts/problem';
import { useSearchPatch } from '../../address/search-params';
import { ExactTime } from '../../parts/time';
import { useText } from '../../parts/words';
import type { SessionWay } from './use-session-way';

interface WayBarProps extends SessionWay {
  readonly sessionId: string;
  readonly workflowId: string;
}

/** Whose way is drawn, and why it is not where it cannot be. */
export function WayBar({ sessionId, workflowId, run, problem }: WayBarProps) {
  const t = useText();
  const patch = useSearchPatch();
  if (isRefusedAs(problem, 'not_found')) {
    return <p className="notice">{t('workflows.way.none')}</p>;
  }
  if (problem !== null) return <Problem cause={problem} />;
  if (run === undefined) return <p className="loading soft">{t('loading')}</p>;
  if (run.workflow_id !== workflowId) {
    return (
      <p className="notice">
        {t('workflows.another')}{' '}
        <Link
          to="/workflows/$workflowId"
          params={{ workflowId: run.workflow_id }}
          search={{ session: sessionId }}
        >
          {t('workflows.another.go')}
        </Link>
      </p>
    );
  }
  return (
    <div className="notice row spread">
      <span className="row">
        {t('workflows.way')} <CopyId id={sessionId} />
        <span>
          {t('workflows.way.attempt', { attempt: run.attempt, version: run.workflow_version })}
        </span>
        <ExactTime at={run.started_at} />
      </span>
      <Button isSmall onPress={() => patch({ session: undefined })}>
        {t('workflows.way.hide')}
      </Button>
    </div>
  );
}
