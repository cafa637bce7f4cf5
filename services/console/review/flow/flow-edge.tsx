import { BaseEdge, EdgeLabelRenderer, type Edge, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { useText } from '../parts/words';
import type { Mark } from './compare';
import type { FlowRoute } from './flow';
import type { PlacedLine, Point } from './layout';
import { routeWords } from './words';

interface EdgeData extends Record<string, unknown> {
  readonly routes: readonly FlowRoute[];
  readonly placed: PlacedLine;
  readonly mark: Mark;
  readonly isTaken: boolean;
  /** A session's way is shown, and does not come by. */
  readonly isAside: boolean;
}
export type DrawnEdge = Edge<EdgeData, 'flow'>;

/** A line with its words. The nodes' own names say the same, so that nobody has to find it. */
export const FlowEdgeLine = memo(function FlowEdgeLine({ id, data }: EdgeProps<DrawnEdge>) {
  const t = useText();
  if (data === undefined) return null;
  const { placed, routes, mark, isTaken, isAside } = data;
  const words = routes.filter(({ kind }) => kind !== 'start').map((route) => routeWords(route, t));
  const { x, y } = placed.label;
  return (
    <>
      <BaseEdge id={id} path={pathThrough(placed.points)} interactionWidth={0} />
      <path className="flow-arrow" d={arrowAt(placed.points)} />
      {words.length === 0 ? null : (
        <EdgeLabelRenderer>
          <span
            aria-hidden="true"
            className="flow-label"
            data-mark={mark}
            data-taken={isTaken || undefined}
            data-aside={isAside || undefined}
            title={words.join(', ')}
            style={{
              transform: `translate(-50%, -50%) translate(${String(x)}px, ${String(y)}px)`,
            }}
          >
            {words.join(', ')}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  );
});

/** Round at the corners: a curve from middle to middle, with the corner as its handle. */
export function pathThrough(points: readonly Point[]): string {
  const [first, ...others] = points;
  const last = others.at(-1);
  if (first === undefined || last === undefined) return '';
  const curves = others.slice(0, -1).map((corner, index) => {
    const next = others[index + 1] ?? last;
    const isEnd = next === last;
    const to = isEnd ? next : { x: (corner.x + next.x) / 2, y: (corner.y + next.y) / 2 };
    return `Q${at(corner)} ${at(to)}`;
  });
  return [`M${at(first)}`, ...(curves.length === 0 ? [`L${at(last)}`] : curves)].join('');
}

const arrow = { length: 9, halfWidth: 4.5 } as const;

/** A triangle at the end. A marker would have one colour for all lines. */
export function arrowAt(points: readonly Point[]): string {
  const [before, tip] = points.slice(-2);
  if (before === undefined || tip === undefined) return '';
  const apart = Math.hypot(tip.x - before.x, tip.y - before.y);
  if (apart === 0) return '';
  const [dx, dy] = [(tip.x - before.x) / apart, (tip.y - before.y) / apart];
  const foot = { x: tip.x - dx * arrow.length, y: tip.y - dy * arrow.length };
  const left = { x: foot.x - dy * arrow.halfWidth, y: foot.y + dx * arrow.halfWidth };
  const right = { x: foot.x + dy * arrow.halfWidth, y: foot.y - dx * arrow.halfWidth };
  return `M${at(tip)}L${at(left)}L${at(right)}Z`;
}

function at({ x, y }: Point): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}
