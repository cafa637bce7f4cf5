import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { WatchlistSource } from '../../../shared/domain/watchlists/watchlist-source';
import { refused } from './refused';

/** What one record may hold at most; published ones are far below. A file beyond it is no list. */
const most = { depth: 32, elements: 50_000, lettersOfOneText: 1_000_000 } as const;

/** An element with its own in it: attributes as `@name`, text as `#text`; one without either is its text. */
type XmlNode = Record<string, unknown>;

export interface XmlShape {
  /** Paths of the elements that are handed over whole; of the others only their place counts. */
  readonly records: ReadonlySet<string>;
  /** Paths of elements of which the attributes are handed over, when they open. */
  readonly attributesOf: ReadonlySet<string>;
  /** Tags of which there may be several beside each other: always arrays. */
  readonly repeated: ReadonlySet<string>;
  /** With its path; what is thrown ends the reading. */
  readonly take: (path: string, value: unknown) => void;
}

/**
 * Reads a published XML file piece by piece, and keeps one record of it at a time. Namespace prefixes are
 * left out. Entities other than XML's own five are refused, as is a document type that could declare them.
 */
export class XmlRecords {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  readonly #parser = new SaxesParser();
  /** The tags that are open, and the nodes of those that lie in a record. */
  readonly #open: string[] = [];
  readonly #nodes: XmlNode[] = [];
  #elements = 0;
  #sinceTag = 0;

  constructor(
    private readonly source: WatchlistSource,
    private readonly shape: XmlShape,
  ) {
    this.#parser.on('doctype', () => {
      throw refused(source, 'it declares a document type');
    });
    this.#parser.on('error', () => {
      throw refused(source, `line ${String(this.#parser.line)}: it is not well-formed`);
    });
    this.#parser.on('opentag', (tag) => {
      this.#openTag(tag);
    });
    this.#parser.on('text', (words) => {
      this.#text(words);
    });
    this.#parser.on('cdata', (words) => {
      this.#text(words);
    });
    this.#parser.on('closetag', () => {
      this.#closeTag();
    });
  }

  /** @throws VerifaError watchlist_invalid */
  write(piece: Uint8Array): void {
    const text = this.#decode(piece);
    this.#sinceTag += text.length;
    this.#parser.write(text);
    if (this.#sinceTag > most.lettersOfOneText) throw this.#tooMuch();
  }

  /** @throws VerifaError watchlist_invalid when the file breaks off */
  end(): void {
    this.#parser.write(this.#decode());
    this.#parser.close();
  }

  #decode(piece?: Uint8Array): string {
    try {
      return this.#decoder.decode(piece, { stream: piece !== undefined });
    } catch {
      throw refused(this.source, 'it is not UTF-8');
    }
  }

  #openTag({ name, attributes }: SaxesTagPlain): void {
    this.#sinceTag = 0;
    const tag = local(name);
    this.#open.push(tag);
    if (this.#open.length > most.depth) throw this.#tooMuch();
    const node: XmlNode = {};
    for (const [attribute, value] of Object.entries(attributes))
      node[`@${local(attribute)}`] = value;
    const path = this.#open.join('/');
    if (this.shape.attributesOf.has(path)) this.shape.take(path, node);
    if (this.#nodes.length === 0 && !this.shape.records.has(path)) return;
    this.#elements += 1;
    if (this.#elements > most.elements) throw this.#tooMuch();
    this.#nodes.push(node);
  }

  #text(words: string): void {
    const node = this.#nodes.at(-1);
    if (node === undefined) return;
    const before = node['#text'];
    node['#text'] = typeof before === 'string' ? before + words : words;
  }

  #closeTag(): void {
    this.#sinceTag = 0;
    const path = this.#open.join('/');
    const tag = this.#open.pop();
    const node = this.#nodes.pop();
    if (node === undefined || tag === undefined) return;
    const value = valueOf(node);
    const parent = this.#nodes.at(-1);
    if (parent === undefined) {
      this.#elements = 0;
      this.shape.take(path, value);
    } else {
      this.#put(parent, tag, value);
    }
  }

  #put(parent: XmlNode, tag: string, value: unknown): void {
    const before = parent[tag];
    if (Array.isArray(before)) before.push(value);
    else if (this.shape.repeated.has(tag)) parent[tag] = [value];
    // Where the format has one, a second would hide the first.
    else if (before !== undefined) throw refused(this.source, `${tag} stands there twice`);
    else parent[tag] = value;
  }

  #tooMuch(): Error {
    return refused(this.source, `line ${String(this.#parser.line)}: more than any record has`);
  }
}

function valueOf(node: XmlNode): unknown {
  const keys = Object.keys(node);
  if (keys.length === 0) return '';
  return keys.length === 1 && keys[0] === '#text' ? node['#text'] : node;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
