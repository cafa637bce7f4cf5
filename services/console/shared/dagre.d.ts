/**
 * The part of it that is used here. Its own types are of an ES module, which a test that is compiled to CommonJS
 * may not name.
 */
declare module '@dagrejs/dagre' {
  interface Box {
    readonly width: number;
    readonly height: number;
    /** Of its middle; there once it is laid out. */
    readonly x?: number;
    readonly y?: number;
  }

  interface Line {
    readonly width: number;
    readonly height: number;
    readonly labelpos?: 'l' | 'c' | 'r';
    readonly minlen: number;
    readonly points?: readonly { readonly x: number; readonly y: number }[];
    /** Of its label's middle. */
    readonly x?: number;
    readonly y?: number;
  }

  interface Whole {
    readonly rankdir: 'TB' | 'LR';
    readonly align: 'UL' | 'UR' | 'DL' | 'DR';
    readonly nodesep: number;
    readonly ranksep: number;
    readonly edgesep: number;
    readonly width?: number;
    readonly height?: number;
  }

  export class Graph {
    constructor(options: { readonly directed: true });
    setGraph(whole: Whole): this;
    graph(): Whole;
    setNode(key: string, box: Box): this;
    hasNode(key: string): boolean;
    node(key: string): Box;
    setEdge(from: string, to: string, line: Line): this;
    edge(from: string, to: string): Line;
  }

  /** Writes into the graph where everything lies. */
  export function layout(graph: Graph): void;
}
