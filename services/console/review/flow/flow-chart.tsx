import {
  Panel,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  type EdgeTypes,
  type NodeChange,
  type NodeTypes,
} from '@xyflow/react';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useText } from '../parts/words';
import type { Mark } from './compare';
import { drawingOf, type Drawing, type DrawnPlace } from './drawing';
import { edgeId, type Flow } from './flow';
import { FlowEdgeLine, type DrawnEdge } from './flow-edge';
import { FlowNode, type DrawnNode, type NodeLook } from './flow-node';
import { placeDrawing, sizeOf, type Placed } from './layout';
import type { Way } from './way';

export interface FlowChartProps {
  readonly flow: Flow;
  readonly way?: Way | null;
  readonly nodeMarks?: ReadonlyMap<string, Mark>;
  readonly edgeMarks?: ReadonlyMap<string, Mark>;
  readonly faultyNodes?: ReadonlySet<string>;
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
}

const nodeTypes: NodeTypes = { flow: FlowNode };
const edgeTypes: EdgeTypes = { flow: FlowEdgeLine };

const marginPx = 20;
const leastHeightPx = 300;
/** A longer graph is moved within its frame. */
const mostHeightPx = 1_500;
const zooms = { least: 0.55, most: 1.6 } as const;

/**
 * A workflow, drawn. It is read only: what is changed is the definition. With the keyboard each node can be come to
 * and opened; the page scrolls by the wheel, and the graph by dragging.
 */
export function FlowChart(props: FlowChartProps) {
  return (
    <ReactFlowProvider>
      <Chart {...props} />
    </ReactFlowProvider>
  );
}

function Chart({ flow, selected, onSelect, ...looks }: FlowChartProps) {
  const t = useText();
  const frame = useRef<HTMLDivElement>(null);
  const drawing = useMemo(() => drawingOf(flow), [flow]);
  const placed = useMemo(() => placeDrawing(drawing), [drawing]);
  const { zoom, width } = useRoom(frame, placed);
  const { setViewport } = useReactFlow();
  useEffect(() => {
    const left = Math.max(marginPx, (width - placed.width * zoom) / 2);
    void setViewport({ x: left, y: marginPx, zoom });
  }, [setViewport, placed, zoom, width]);
  const nodes = drawnNodes({ flow, drawing, placed }, looks, selected);
  const edges = drawnEdges({ flow, drawing, placed }, looks);
  const change = (changes: readonly NodeChange<DrawnNode>[]): void => {
    for (const one of changes) {
      if (one.type === 'select' && one.selected) onSelect(nodeIdOf(one.id));
    }
  };
  const height = Math.min(
    mostHeightPx,
    Math.max(leastHeightPx, placed.height * zoom + 2 * marginPx),
  );
  return (
    <div className="flow-chart" ref={frame} style={{ blockSize: `${String(height)}px` }}>
      <ReactFlow
        aria-label={t('workflows.graph.name')}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={change}
        onPaneClick={() => onSelect(null)}
        nodesDraggable={false}
        nodesConnectable={false}
        edgesFocusable={false}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        zoomActivationKeyCode={null}
        panActivationKeyCode={null}
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        preventScrolling={false}
        minZoom={0.2}
        maxZoom={zooms.most}
        proOptions={{ hideAttribution: true }}
        ariaLabelConfig={{ 'node.a11yDescription.default': t('workflows.graph.keys') }}
      >
        <Controls />
      </ReactFlow>
    </div>
  );
}

/** A place beside another node's says behind "@" which one. */
function nodeIdOf(key: string): string {
  return key.split('@')[0] ?? key;
}

function Controls() {
  const t = useText();
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  return (
    <Panel position="top-right" className="flow-controls">
      <button type="button" aria-label={t('workflows.graph.in')} onClick={() => void zoomIn()}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 3.5v9M3.5 8h9" />
        </svg>
      </button>
      <button type="button" aria-label={t('workflows.graph.out')} onClick={() => void zoomOut()}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3.5 8h9" />
        </svg>
      </button>
      <button type="button" aria-label={t('workflows.graph.fit')} onClick={() => void fitView()}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3" />
        </svg>
      </button>
    </Panel>
  );
}

/** As large as it fits in the width, and never so small that nobody could read it. */
function useRoom(frame: RefObject<HTMLDivElement | null>, placed: Placed) {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  const fitting = (width - 2 * marginPx) / Math.max(1, placed.width);
  return { width, zoom: width === 0 ? 1 : Math.min(1, Math.max(zooms.least, fitting)) };
}

type Looks = Pick<FlowChartProps, 'way' | 'nodeMarks' | 'edgeMarks' | 'faultyNodes'>;

interface Drawn {
  readonly flow: Flow;
  readonly drawing: Drawing;
  readonly placed: Placed;
}

function drawnNodes({ flow, drawing, placed }: Drawn, looks: Looks, selected: string | null) {
  const seen = new Set<string>();
  return drawing.places.map((place): DrawnNode => {
    const { key, node, isExit } = place;
    const { width, height } = sizeOf(place);
    // The keyboard comes to each node once, however often it is drawn.
    const isAgain = seen.has(node.id);
    seen.add(node.id);
    const isSelected = node.id === selected;
    return {
      id: key,
      type: 'flow',
      position: placed.places.get(key) ?? { x: 0, y: 0 },
      data: { node, flow, isExit, look: lookOf(place, looks) },
      ...{ width, height },
      selected: isSelected,
      focusable: !isAgain,
      ...(isAgain ? {} : { ariaRole: 'button' }),
      domAttributes: {
        'aria-roledescription': undefined,
        ...(isAgain ? { 'aria-hidden': true } : { 'aria-pressed': isSelected }),
      },
      // Lines lie where the layout has laid them; that there are handles lets them be drawn.
      handles: [
        { type: 'target', position: Position.Top, x: width / 2, y: 0 },
        { type: 'source', position: Position.Bottom, x: width / 2, y: height },
      ],
    };
  });
}

function lookOf({ key, node, isExit }: DrawnPlace, looks: Looks): NodeLook {
  const { way, nodeMarks, edgeMarks, faultyNodes } = looks;
  const [, from = ''] = key.split('@');
  const ofNode = nodeMarks?.get(node.id) ?? 'same';
  const ofLine = edgeMarks?.get(edgeId(from, node.id)) ?? 'same';
  return {
    // A place beside one node comes and goes with the line to it.
    mark: isExit && ofNode === 'same' && ofLine !== 'changed' ? ofLine : ofNode,
    place: way == null ? null : placeOf(node.id, isExit ? edgeId(from, node.id) : null, way),
    isFaulty: faultyNodes?.has(node.id) ?? false,
  };
}

function placeOf(id: string, line: string | null, way: Way): NodeLook['place'] {
  if (line !== null && !way.edges.has(line)) return 'not_come';
  if (id === way.at) return 'at';
  if (way.leftOut.has(id)) return 'left_out';
  return way.nodes.includes(id) ? 'come' : 'not_come';
}

function drawnEdges({ drawing, placed }: Drawn, { way, edgeMarks }: Looks): DrawnEdge[] {
  return drawing.lines.flatMap(({ edge, from, to }): DrawnEdge[] => {
    const lies = placed.lines.get(edge.id);
    if (lies === undefined) return [];
    const mark = edgeMarks?.get(edge.id) ?? 'same';
    const isTaken = way?.edges.has(edge.id) === true;
    const isAside = way != null && !isTaken;
    const state = isTaken ? 'taken' : isAside ? 'aside' : mark;
    return [
      {
        id: edge.id,
        type: 'flow',
        source: from,
        target: to,
        className: `flow-edge flow-edge-${state}`,
        zIndex: isTaken ? 1 : 0,
        selectable: false,
        data: { routes: edge.routes, placed: lies, mark, isTaken, isAside },
      },
    ];
  });
}
