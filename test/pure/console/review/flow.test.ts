import fc from 'fast-check';
import { definitionView } from '../../../../services/api/workflows/definition-view';
import { compareDefinitions, isSame } from '../../../../services/console/review/flow/compare';
import type { Definition } from '../../../../services/console/review/flow/definition';
import { edgeId, flowOf, routesOf } from '../../../../services/console/review/flow/flow';
import { drawingOf, type DrawnPlace } from '../../../../services/console/review/flow/drawing';
import {
  placeDrawing,
  sizeOf,
  type Point,
  type Size,
} from '../../../../services/console/review/flow/layout';
import { defaultWorkflow } from '../../../../shared/domain/graph/default-workflow';

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 2, maxLength: 12 });

/** Conditions that lead to later nodes only, as every valid graph can be sorted. */
const definitions: fc.Arbitrary<Definition> = ids.chain((names) => {
  const last = names.length - 1;
  const laterThan = (index: number) =>
    fc.integer({ min: index + 1, max: last }).map((at) => names[at] ?? '');
  const nodes = names.slice(0, last).map((id, index) =>
    fc
      .record({
        tos: fc.array(laterThan(index), { minLength: 1, maxLength: 4 }),
        default: laterThan(index),
      })
      .map(({ tos, default: otherwise }) => ({
        id,
        type: 'conditional' as const,
        conditions: tos.map((to, place) => ({
          field: 'risk.score',
          operator: '>=' as const,
          value: place,
          to,
        })),
        default: otherwise,
      })),
  );
  return fc.tuple(...nodes).map((made) => ({
    nodes: [
      { id: 'begin_', type: 'start' as const, next: names[0] ?? '' },
      ...made,
      { id: names[last] ?? '', type: 'terminal' as const, decision: 'approved' as const },
    ],
  }));
});

const standard: Definition = definitionView(defaultWorkflow);

describe('a flow', () => {
  it('holds each way that a node names, in exactly one line between the two', () => {
    fc.assert(
      fc.property(definitions, (definition) => {
        const { edges } = flowOf(definition);
        const named = definition.nodes.flatMap((node) =>
          routesOf(node).map(({ to }) => edgeId(node.id, to)),
        );
        expect(new Set(edges.map(({ id }) => id)).size).toBe(edges.length);
        expect(edges.flatMap(({ id, routes }) => routes.map(() => id)).sort()).toEqual(
          named.sort(),
        );
      }),
    );
  });
});

describe('its drawing', () => {
  it('holds each line once, from its node to the node or to a place of it beside that node', () => {
    fc.assert(
      fc.property(definitions, (definition) => {
        const flow = flowOf(definition);
        const { places, lines } = drawingOf(flow);
        const byKey = new Map(places.map((place) => [place.key, place]));
        expect(byKey.size).toBe(places.length);
        expect(lines.map(({ edge }) => edge)).toEqual(flow.edges);
        for (const { edge, from, to } of lines) {
          expect(byKey.get(from)?.node.id).toBe(edge.from);
          expect(byKey.get(to)?.node.id).toBe(edge.to);
        }
        // Every node is to be seen, and beside a node stands only what that one leads to.
        expect(new Set(places.map(({ node }) => node.id)).size).toBe(flow.nodes.length);
        for (const { key } of places.filter(({ isExit }) => isExit)) {
          expect(lines.filter(({ to }) => to === key)).toHaveLength(1);
        }
      }),
    );
  });
});

describe('its layout', () => {
  it('lays no node over another, every line from its node to its node, and all within its size', () => {
    fc.assert(
      fc.property(definitions, (definition) => {
        const drawing = drawingOf(flowOf(definition));
        const placed = placeDrawing(drawing);
        const boxes = boxesOf(drawing.places, placed.places);
        const overlapping = [...boxes.values()].flatMap((a, index, all) =>
          all.slice(index + 1).filter((b) => overlap(a, b)),
        );
        expect(overlapping).toEqual([]);
        for (const { x, y, width, height } of boxes.values()) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(-0.01);
          expect(x + width).toBeLessThanOrEqual(placed.width + 0.01);
          expect(y + height).toBeLessThanOrEqual(placed.height + 0.01);
        }
        for (const { edge, from, to } of drawing.lines) {
          const points = placed.lines.get(edge.id)?.points ?? [];
          expect(touches(boxes.get(from), points[0])).toBe(true);
          expect(touches(boxes.get(to), points.at(-1))).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('runs downwards: each node lies below those that lead to it, but for what stands beside one', () => {
    fc.assert(
      fc.property(definitions, (definition) => {
        const drawing = drawingOf(flowOf(definition));
        const { places } = placeDrawing(drawing);
        const exits = new Set(drawing.places.filter(({ isExit }) => isExit).map(({ key }) => key));
        for (const { from, to } of drawing.lines.filter((line) => !exits.has(line.to))) {
          expect(places.get(from)?.y ?? 0).toBeLessThan(places.get(to)?.y ?? 0);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('the checks that a session passes stand below each other', () => {
    const { places } = placeDrawing(drawingOf(flowOf(standard)));
    const passing = standard.nodes.filter(({ type }) => type === 'start' || type === 'policy');
    expect(new Set(passing.map(({ id }) => Math.round(places.get(id)?.x ?? -1))).size).toBe(1);
  });
});

describe('what became of a definition in another', () => {
  it('is nothing when it is the same, whatever the order of its keys', () => {
    fc.assert(
      fc.property(definitions, (definition) => {
        const turned = { ...definition, nodes: definition.nodes.map(turnedKeys) };
        expect(isSame(compareDefinitions(definition, turned))).toBe(true);
      }),
    );
  });

  it('turned round is what was added for what was removed', () => {
    fc.assert(
      fc.property(definitions, definitions, (a, b) => {
        const there = compareDefinitions(a, b);
        const back = compareDefinitions(b, a);
        const turned = { added: 'removed', removed: 'added', changed: 'changed', same: 'same' };
        const marks = (found: ReadonlyMap<string, string>) => [...found].sort();
        const swapped = (found: ReadonlyMap<string, keyof typeof turned>) =>
          [...found].map(([id, mark]) => [id, turned[mark]]).sort();
        expect(swapped(there.nodeMarks)).toEqual(marks(back.nodeMarks));
        expect(swapped(there.edgeMarks)).toEqual(marks(back.edgeMarks));
      }),
    );
  });

  it('names the setting and the way that are others now, and no other node', () => {
    const after: Definition = {
      ...standard,
      nodes: standard.nodes.map((node) => {
        if (node.type !== 'policy' || node.check !== 'age') return node;
        return {
          ...node,
          config: { minimum_age: 21 },
          routes: { ...node.routes, failed: 'review' },
        };
      }),
      dual_review: true,
    };
    const found = compareDefinitions(standard, after);
    expect(found.nodes).toEqual([
      {
        id: 'age',
        mark: 'changed',
        settings: [{ path: 'config.minimum_age', before: 18, after: 21 }],
        routes: [{ route: { kind: 'failed' }, before: 'rejected', after: 'review' }],
      },
    ]);
    expect(found.settings).toEqual([{ path: 'dual_review', before: undefined, after: true }]);
    // To review a line led before, for skipped; to rejected none leads any more.
    expect(found.edgeMarks.get('age>review')).toBe('changed');
    expect(found.edgeMarks.get('age>rejected')).toBe('removed');
  });

  it('a condition put before others is the only one that changed; two that changed places both did', () => {
    const asked = (...values: readonly number[]): Definition => ({
      nodes: [
        { id: 'start', type: 'start', next: 'risk' },
        {
          id: 'risk',
          type: 'conditional',
          conditions: values.map((value) => ({
            field: 'risk.score',
            operator: '>=',
            value,
            to: 'end',
          })),
          default: 'end',
        },
        { id: 'end', type: 'terminal', decision: 'approved' },
      ],
    });
    const valuesChanged = (before: Definition, after: Definition) =>
      compareDefinitions(before, after).nodes.flatMap(({ routes }) =>
        routes.map(({ route }) =>
          route.kind === 'condition' ? route.condition.value : route.kind,
        ),
      );
    expect(valuesChanged(asked(1, 2), asked(3, 1, 2))).toEqual([3]);
    expect(valuesChanged(asked(1, 2), asked(2, 1))).toEqual([2, 1]);
  });
});

type Box = Point & Size;

function boxesOf(places: readonly DrawnPlace[], placed: ReadonlyMap<string, Point>) {
  return new Map(
    places.map((place): [string, Box] => [
      place.key,
      { ...(placed.get(place.key) ?? { x: -1, y: -1 }), ...sizeOf(place) },
    ]),
  );
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function touches(box: Box | undefined, point: Point | undefined): boolean {
  if (box === undefined || point === undefined) return false;
  const slack = 1;
  return (
    point.x >= box.x - slack &&
    point.x <= box.x + box.width + slack &&
    point.y >= box.y - slack &&
    point.y <= box.y + box.height + slack
  );
}

function turnedKeys<Node extends object>(node: Node): Node {
  return Object.fromEntries(Object.entries(node).reverse()) as Node;
}
