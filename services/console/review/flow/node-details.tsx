import { useRead } from '../api/use-read';
import { Badge, type Tone } from '../parts/badge';
import { useText } from '../parts/words';
import type { Translate } from '../texts';
import type { DefinitionNode } from './definition';
import type { Flow } from './flow';
import { ImpliedRoutes } from './implied-routes';
import { outlineOf } from './outline-of';
import type { RunNode, Way } from './way';
import { valueWords } from './words';

interface NodeDetailsProps {
  readonly node: DefinitionNode | undefined;
  readonly flow: Flow;
  readonly way: Way | null;
  readonly onSelect: (id: string) => void;
}

/** What the selected node does, where it leads, and what became of a session there. */
export function NodeDetails({ node, flow, way, onSelect }: NodeDetailsProps) {
  const t = useText();
  if (node === undefined) return <p className="soft">{t('workflows.details.none')}</p>;
  const { kind, title, routes, implied } = outlineOf(node, flow, t);
  return (
    <>
      <div>
        <p className="soft">
          {kind} · <code>{node.id}</code>
        </p>
        <h2>{title}</h2>
      </div>
      {node.type === 'policy' ? <PolicyFacts node={node} /> : null}
      <h3>{t('workflows.leads_to')}</h3>
      {routes.length === 0 ? <p>{t('workflows.leads_to.none')}</p> : null}
      <ul className="flow-routes">
        {routes.map(({ when, to, words }, index) => (
          <li key={index}>
            <span className="soft">{when}</span> →{' '}
            <button type="button" className="link-button" onClick={() => onSelect(to)}>
              {words}
            </button>
          </li>
        ))}
        <ImpliedRoutes sentences={implied} />
      </ul>
      {way === null ? null : <WayFacts id={node.id} way={way} />}
    </>
  );
}

function PolicyFacts({ node }: { readonly node: Extract<DefinitionNode, { type: 'policy' }> }) {
  const t = useText();
  const { data } = useRead('GET /api/v1/verification-policies', {});
  const description = data?.data.find(({ policy }) => policy === node.check)?.description;
  const settings = Object.entries(node.config);
  return (
    <>
      {description === undefined ? null : <p>{description}</p>}
      {node.eager ? null : <p>{t('workflows.waits_for_walk')}</p>}
      {node.optional ? <p>{t('workflows.optional')}</p> : null}
      {settings.length === 0 ? null : (
        <>
          <h3>{t('workflows.settings')}</h3>
          <dl className="facts">
            {settings.map(([name, value]) => (
              <div key={name} className="fact">
                <dt>
                  <code>{name}</code>
                </dt>
                <dd>{valueWords(value)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </>
  );
}

function WayFacts({ id, way }: { readonly id: string; readonly way: Way }) {
  const t = useText();
  const outcome = way.outcomes.get(id);
  return (
    <>
      <h3>{t('workflows.way')}</h3>
      <p>{t(placeText(id, way))}</p>
      {outcome?.type === 'policy' ? <Outcome outcome={outcome} t={t} /> : null}
    </>
  );
}

function placeText(id: string, { at, leftOut, nodes }: Way) {
  if (id === at) return 'workflows.way.at';
  if (leftOut.has(id)) return 'workflows.way.left_out';
  return nodes.includes(id) ? 'workflows.way.come' : 'workflows.way.not_come';
}

const tones: Readonly<Record<Extract<RunNode, { type: 'policy' }>['status'], Tone>> = {
  passed: 'good',
  failed: 'bad',
  error: 'bad',
  skipped: 'quiet',
  requires_retry: 'warn',
  pending: 'info',
};

interface OutcomeProps {
  readonly outcome: Extract<RunNode, { type: 'policy' }>;
  readonly t: Translate;
}

function Outcome({ outcome: { status, score, reasons }, t }: OutcomeProps) {
  return (
    <dl className="facts">
      <dt>{t('workflows.way.outcome')}</dt>
      <dd>
        <Badge tone={tones[status]}>{t(`workflows.way.status.${status}`)}</Badge>
      </dd>
      {score === null ? null : (
        <>
          <dt>{t('workflows.way.score')}</dt>
          <dd>{score.toFixed(3)}</dd>
        </>
      )}
      {reasons.length === 0 ? null : (
        <>
          <dt>{t('workflows.way.reasons')}</dt>
          <dd>
            <code>{reasons.join(', ')}</code>
          </dd>
        </>
      )}
    </dl>
  );
}
