import { Graph, layout } from '@dagrejs/dagre';
import type { Drawing, DrawnLine, DrawnPlace } from './drawing';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Placed extends Size {
  /** The upper left corner of each place, by its key. */
  readonly places: ReadonlyMap<string, Point>;
  /** By the id of the edge. */
  readonly lines: ReadonlyMap<string, PlacedLine>;
}

export interface PlacedLine {
  /** From the rim of one node to that of the other. */
  readonly points: readonly Point[];
  /** The middle of its words. */
  readonly label: Point;
}

const node: Size = { width: 232, height: 64 };
/** Beside a node: two of them are as high as it is. */
const exit: Size = { width: 116, height: 28 };
const exitGap = { across: 124, down: 8 } as const;
/** Words on a line are cut where this ends. */
const labelSize: Size = { width: 132, height: 20 };

export function sizeOf({ isExit }: Pick<DrawnPlace, 'isExit'>): Size {
  return isExit ? exit : node;
}

/**
 * Where each node and line lies, from the top downwards; the same for the same drawing. Words on a line have room of
 * their own, so that they lie over no node; beside each node is room for the decisions that it alone leads to.
 */
export function placeDrawing(drawing: Drawing): Placed {
  const graph = new Graph({ directed: true });
  // `UL` lets the first line of each node run straight down: that of what passes.
  graph.setGraph({ rankdir: 'TB', align: 'UL', nodesep: 28, ranksep: 30, edgesep: 16 });
  const exits = exitsByNode(drawing);
  const block = blockOf(exits);
  for (const { key, isExit } of drawing.places) {
    if (!isExit) graph.setNode(key, { ...block(exits.get(key)?.length ?? 0) });
  }
  const between = drawing.lines.filter(({ to }) => graph.hasNode(to));
  for (const { from, to, edge } of [...between].sort((a, b) => turnOf(a) - turnOf(b))) {
    const isNamed = edge.routes.some(({ kind }) => kind !== 'start');
    const room = isNamed ? { ...labelSize, labelpos: 'c' as const } : { width: 0, height: 0 };
    graph.setEdge(from, to, { ...room, minlen: 1 });
  }
  layout(graph);
  const places = new Map<string, Point>();
  const lines = new Map<string, PlacedLine>();
  for (const { key, isExit } of drawing.places) {
    if (isExit) continue;
    const { x = 0, y = 0, width, height } = graph.node(key);
    const corner = { x: x - width / 2, y: y - height / 2 };
    places.set(key, corner);
    for (const [index, line] of (exits.get(key) ?? []).entries()) {
      const { place, placed } = beside(corner, index, exits.get(key)?.length ?? 0);
      places.set(line.to, place);
      lines.set(line.edge.id, placed);
    }
  }
  // A block's lines meet in its middle, its node stands at its side.
  const aside = (block(0).width - node.width) / 2;
  for (const { edge, from, to } of between) {
    const { points = [], x, y } = graph.edge(from, to);
    const bends = points.slice(1, -1).map((point) => ({ x: point.x - aside, y: point.y }));
    const middle = bends[Math.floor(bends.length / 2)] ?? { x: 0, y: 0 };
    const [above, below] = [places.get(from) ?? middle, places.get(to) ?? middle];
    lines.set(edge.id, {
      points: [
        { x: above.x + node.width / 2, y: above.y + node.height },
        ...bends,
        { x: below.x + node.width / 2, y: below.y },
      ],
      label: x === undefined || y === undefined ? middle : { x: x - aside, y },
    });
  }
  const { width = 0, height = 0 } = graph.graph();
  return { width, height, places, lines };
}

function exitsByNode({ places, lines }: Drawing): ReadonlyMap<string, readonly DrawnLine[]> {
  const exitKeys = new Set(places.filter(({ isExit }) => isExit).map(({ key }) => key));
  const found = new Map<string, DrawnLine[]>();
  for (const line of lines.filter(({ to }) => exitKeys.has(to))) {
    found.set(line.from, [...(found.get(line.from) ?? []), line]);
  }
  return found;
}

/** All blocks are as wide as the widest, so that nodes below each other stand so. */
function blockOf(exits: ReadonlyMap<string, unknown>): (count: number) => Size {
  const width = node.width + (exits.size === 0 ? 0 : exitGap.across + exit.width);
  return (count) => ({ width, height: Math.max(node.height, stackHeight(count)) });
}

function stackHeight(count: number): number {
  return count * exit.height + Math.max(0, count - 1) * exitGap.down;
}

function beside(corner: Point, index: number, count: number) {
  const top = corner.y + Math.max(0, (node.height - stackHeight(count)) / 2);
  const place = {
    x: corner.x + node.width + exitGap.across,
    y: top + index * (exit.height + exitGap.down),
  };
  const to = { x: place.x, y: place.y + exit.height / 2 };
  const from = {
    x: corner.x + node.width,
    y: Math.min(to.y, corner.y + node.height - exitGap.down),
  };
  const label = { x: (from.x + to.x - arrowRoom) / 2, y: (from.y + to.y) / 2 };
  return { place, placed: { points: [from, to], label } };
}

const arrowRoom = 10;

const straight: ReadonlySet<string> = new Set(['start', 'passed', 'next']);

function turnOf({ edge }: DrawnLine): number {
  return edge.routes.some(({ kind }) => straight.has(kind)) ? 0 : 1;
}
