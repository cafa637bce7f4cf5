import { useText } from '../parts/words';
import type { Flow } from './flow';
import { ImpliedRoutes } from './implied-routes';
import { outlineOf } from './outline-of';
import type { Way } from './way';

interface OutlineProps {
  readonly flow: Flow;
  readonly way: Way | null;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
}

/** The graph as a list of its nodes, each with where it leads: all that the drawing says. */
export function Outline({ flow, way, selected, onSelect }: OutlineProps) {
  const t = useText();
  return (
    <ol className="flow-outline">
      {flow.nodes.map((node) => {
        const { kind, title, routes, implied } = outlineOf(node, flow, t);
        return (
          <li key={node.id} data-come={way?.nodes.includes(node.id) || undefined}>
            <button
              type="button"
              className="link-button"
              aria-pressed={node.id === selected}
              onClick={() => onSelect(node.id)}
            >
              {kind}: {title}
            </button>{' '}
            <code className="soft">{node.id}</code>
            <ul>
              {routes.map(({ when, to, words }, index) => (
                <li key={index}>
                  {when} → {words} <code className="soft">{to}</code>
                  {way?.edges.has(`${node.id}>${to}`) === true ? (
                    <strong> · {t('workflows.way.was')}</strong>
                  ) : null}
                </li>
              ))}
              <ImpliedRoutes sentences={implied} />
            </ul>
          </li>
        );
      })}
    </ol>
  );
}
