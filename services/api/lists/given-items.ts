import { z } from 'zod';
import type { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { type FieldError } from '../../../shared/domain/errors/verifa-error';
import type { WrittenItem } from '../../../shared/lists/add-item';
import { canonicalItem } from '../../../shared/lists/item-kind';
import {
  listItemKinds,
  type ListItemKind,
  type WrittenKind,
} from '../../../shared/domain/lists/list-item-kind';
import type { ApiRequest, ApiResponse } from '../http/call';
import { invalid, invalidField, parsePart } from '../http/parse';
import { readBody, type SentBody } from '../http/read-body';
import { readText } from '../http/read-json';
import { requireStorable } from '../http/storable-text';
import { readCsv } from './read-csv';

const importBytes = 1024 * 1024;
const mostItems = 10_000;
/** A file of the wrong form is wrong in every line: its first ones say so. */
const mostErrors = 100;

/** An item, and where the caller wrote it. */
interface Placed extends WrittenItem {
  readonly field: string;
}

const kind = z.enum(listItemKinds);
const item = z
  .object({
    kind,
    value: z.string().optional(),
    values: z.array(z.string()).min(1).max(mostItems).optional(),
  })
  .refine(({ value, values }) => (value === undefined) !== (values === undefined), {
    path: ['value'],
    message: 'give either value or values',
  });
export const givenItems = z.object({ items: z.array(item).min(1).max(mostItems) });

const csvBody = z.strictObject({ csv: z.string() });

/** The request's body, JSON as everywhere or the text of a CSV file. */
export async function readItemsBody(request: ApiRequest, response: ApiResponse): Promise<SentBody> {
  const isCsv = /^text\/csv\s*(;|$)/i.test(request.headers['content-type'] ?? '');
  return isCsv
    ? { value: { csv: await readText(request, importBytes) }, spelling: new Map() }
    : readBody(request, response, { schema: givenItems, limitBytes: importBytes });
}

/** What is to be added. All of it can be read as its kind, or 422 says what cannot. */
export function readGivenItems(body: unknown): readonly WrittenItem[] {
  const csv = csvBody.safeParse(body);
  const items = csv.success ? itemsOfCsv(csv.data.csv) : itemsOfJson(body);
  if (items.length > mostItems) {
    throw invalidField('items', 'too_big', `holds more than ${String(mostItems)} items`);
  }
  const errors = items.flatMap(wrongItem);
  if (errors.length > 0) throw invalid(errors.slice(0, mostErrors));
  return items;
}

function itemsOfJson(body: unknown): readonly Placed[] {
  const { items } = parsePart(givenItems, body);
  return items.flatMap(({ kind: given, value, values = [] }, index) => {
    const place = `items.${String(index)}`;
    const written = writtenKind(given, `${place}.kind`);
    const several = values.map((one, at) => ({
      value: one,
      field: `${place}.values.${String(at)}`,
    }));
    const all = value === undefined ? several : [{ value, field: `${place}.value` }];
    return all.map((one) => ({ kind: written, ...one }));
  });
}

/** A column a kind, named by the first line; an empty cell is no item. */
function itemsOfCsv(text: string): readonly Placed[] {
  requireStorable(text, 'lines');
  const csv = readCsv(text);
  if (csv.kind === 'malformed') throw wrongLine(csv.line, 'malformed', 'is no CSV');
  const [header, ...records] = csv.records;
  if (header === undefined) throw wrongLine(1, 'missing', 'has to name the columns');
  if (records.length > mostItems) {
    throw invalidField('lines', 'too_big', `are more than ${String(mostItems)}`);
  }
  const columns = header.cells.map((name) => columnKind(name, header.line));
  return records.flatMap(({ line, cells }) => {
    if (cells.length !== columns.length) {
      throw wrongLine(line, 'columns', 'has not as many cells as the first line');
    }
    return columns.flatMap((column, index) => {
      const value = cells[index]?.trim() ?? '';
      return value === ''
        ? []
        : [{ kind: column, value, field: `lines.${String(line)}.${column}` }];
    });
  });
}

function columnKind(name: string, line: number): WrittenKind {
  const named = kind.safeParse(name.trim().toLowerCase());
  if (!named.success) throw wrongLine(line, 'unknown_kind', 'names a column that is no kind');
  return writtenKind(named.data, `lines.${String(line)}`);
}

function writtenKind(given: ListItemKind, field: string): WrittenKind {
  if (given === 'face') throw invalidField(field, 'face', 'is only ever taken from a session');
  return given;
}

function wrongItem({ kind: wanted, value, field }: Placed): FieldError[] {
  if (canonicalItem(wanted, value) !== null) return [];
  return [{ field, code: 'invalid_item', message: `cannot be read as ${wanted}` }];
}

function wrongLine(line: number, code: string, message: string): VerifaError {
  return invalidField(`lines.${String(line)}`, code, message);
}
