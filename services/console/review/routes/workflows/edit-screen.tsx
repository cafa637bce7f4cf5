import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useRead } from '../../api/use-read';
import { compareDefinitions, isSame } from '../../flow/compare';
import { LazyChart } from '../../flow/lazy-chart';
import { Answered } from '../../parts/answered';
import { Button } from '../../parts/button';
import { Page } from '../../parts/page';
import { TextField } from '../../parts/text-field';
import { useText } from '../../parts/words';
import { useMay } from '../../session/me';
import { Differences } from './differences';
import { DraftProblems } from './draft-problems';
import { useJudgement } from './judged-draft';
import { useWorkflowDraft } from './kept-draft';
import { PublishDraft } from './publish-draft';
import { rolloutWords } from './rollout-words';
import type { Workflow } from './share-field';

const route = getRouteApi('/signed-in/workflows/$workflowId/edit');

/** A workflow's newest definition as text, to be changed by whoever may publish it. */
export function EditScreen() {
  const t = useText();
  const { workflowId } = route.useParams();
  const read = useRead('GET /api/v1/workflows/{id}', { params: { id: workflowId } });
  const mayWrite = useMay('workflows:write');
  return (
    <Page
      title={t('workflows.edit.of', { name: read.data?.name ?? '…' })}
      back={{
        to: '/workflows/$workflowId',
        params: { workflowId },
        text: read.data?.name ?? t('workflows.name'),
      }}
      lead={read.data === undefined ? undefined : rolloutWords(read.data, t)}
    >
      {mayWrite ? (
        <Answered read={read}>{(workflow) => <Draft workflow={workflow} />}</Answered>
      ) : (
        <p>{t('problem.forbidden')}</p>
      )}
    </Page>
  );
}

function Draft({ workflow }: { readonly workflow: Workflow }) {
  const t = useText();
  const { begun, text, isTyped, write, startOver } = useWorkflowDraft(workflow);
  const [isPublishing, setPublishing] = useState(false);
  const [node, setNode] = useState<string | null>(null);
  const judged = useJudgement(text);
  const valid = judged.kind === 'valid' ? judged.valid.definition : null;
  const found = useMemo(
    () => (valid === null ? null : compareDefinitions(workflow.definition, valid)),
    [valid, workflow.definition],
  );
  const isChanged = found !== null && !isSame(found);
  return (
    <>
      {workflow.version === begun.version ? null : (
        <p className="problem" role="alert">
          {t('workflows.edit.overtaken', { version: workflow.version, begun: begun.version })}
        </p>
      )}
      <section className="panel stack">
        <TextField
          isCode
          label={t('workflows.edit.definition')}
          hint={t('workflows.edit.hint')}
          rows={24}
          value={text}
          onChange={write}
          isInvalid={judged.kind === 'not_json' || judged.kind === 'refused'}
          spellCheck="false"
          autoComplete="off"
        />
        <div role="status">
          <DraftProblems judged={judged} />
        </div>
        <div className="dialog-actions">
          <Button kind="main" isDisabled={!isChanged} onPress={() => setPublishing(true)}>
            {t('workflows.edit.publish')}
          </Button>
          {isTyped ? (
            <Button onPress={startOver}>
              {t('workflows.edit.start_over', { version: workflow.version })}
            </Button>
          ) : null}
        </div>
      </section>
      {found === null ? null : (
        <section className="panel">
          <h2>{t('workflows.edit.changes', { version: workflow.version })}</h2>
          {isChanged ? <Differences found={found} /> : <p>{t('workflows.diff.same')}</p>}
        </section>
      )}
      {isChanged ? (
        <LazyChart
          flow={found.flow}
          nodeMarks={found.nodeMarks}
          edgeMarks={found.edgeMarks}
          selected={node}
          onSelect={setNode}
        />
      ) : null}
      {valid === null ? null : (
        <PublishDraft
          workflow={workflow}
          definition={valid}
          isOpen={isPublishing}
          onClose={() => setPublishing(false)}
          onPublished={startOver}
        />
      )}
    </>
  );
}
