import { allCheckDigitsRight, parseMrz, type ParsedMrz } from './parse-mrz';
import {
  fieldSpans,
  formatOfLines,
  mrzLayouts,
  textOf,
  type MrzFieldSpan,
  type MrzLayout,
} from './mrz-format';

/** One line as the recogniser saw it: a certainty for every character. */
export interface RecognisedLine {
  readonly text: string;
  /** 0–1, as long as the text. */
  readonly certainties: readonly number[];
}

export interface ReadMrz extends ParsedMrz {
  readonly lines: readonly string[];
  /** Fields in which a character was replaced because a check digit asked for it. */
  readonly repaired: readonly ('document_number' | 'optional')[];
}

const digitByLetter: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  U: '0',
  I: '1',
  L: '1',
  J: '1',
  Z: '2',
  A: '4',
  S: '5',
  G: '6',
  T: '7',
  B: '8',
};
const letterByDigit: Readonly<Record<string, string>> = {
  '0': 'O',
  '1': 'I',
  '2': 'Z',
  '4': 'A',
  '5': 'S',
  '6': 'G',
  '8': 'B',
};
/** Tried where both letters and digits may stand, and only against a doubtful character. */
const lookAlikes: readonly string[] = [
  'O0QD',
  'I1LJ',
  'Z27',
  'S5',
  'G6',
  'B8',
  'A4',
  'UV',
  'CG',
  'MN',
];
const doubtBelow = 0.9;

/**
 * Makes one reading out of recognised lines. A position that admits only letters or only digits
 * settles its look-alike by itself. Where both may stand, a doubtful character is replaced only
 * when that makes every check digit right; such a field is named in `repaired`, since a passing
 * check digit alone proves nothing.
 */
export function readMrz(recognised: readonly RecognisedLine[], today: string): ReadMrz | undefined {
  const format = formatOfLines(recognised.map((line) => line.text));
  if (format === undefined) return undefined;
  const layout = mrzLayouts[format];
  const lines = settleByPosition(
    recognised.map((line) => line.text),
    layout,
  );
  const parsed = parseMrz(lines, today);
  if (parsed === undefined) return undefined;
  if (allCheckDigitsRight(parsed.checkDigits)) return { ...parsed, lines, repaired: [] };
  return repairOne(recognised, lines, layout, today) ?? { ...parsed, lines, repaired: [] };
}

function settleByPosition(lines: readonly string[], layout: MrzLayout): string[] {
  const settled = lines.map((line) => Array.from(line));
  for (const span of fieldSpans(layout)) {
    if (span.kind === 'any') continue;
    const table = span.kind === 'digit' ? digitByLetter : letterByDigit;
    const line = settled[span.line] ?? [];
    for (let position = span.start; position < span.end; position += 1) {
      const seen = line[position] ?? '<';
      line[position] = table[seen] ?? seen;
    }
  }
  return settled.map((line) => line.join(''));
}

function repairOne(
  recognised: readonly RecognisedLine[],
  lines: readonly string[],
  layout: MrzLayout,
  today: string,
): ReadMrz | undefined {
  const candidates: readonly (readonly ['document_number' | 'optional', MrzFieldSpan])[] = [
    ['document_number', layout.documentNumber],
    ['optional', layout.optional],
    ...(layout.optionalTwo === null ? [] : [['optional', layout.optionalTwo] as const]),
  ];
  const found: ReadMrz[] = [];
  for (const [name, span] of candidates) {
    for (let position = span.start; position < span.end; position += 1) {
      const certainty = recognised[span.line]?.certainties[position] ?? 1;
      if (certainty >= doubtBelow) continue;
      for (const other of alternatives(
        textOf(lines, { ...span, start: position, end: position + 1 }),
      )) {
        const changed = replaceAt(lines, span.line, position, other);
        const parsed = parseMrz(changed, today);
        if (parsed !== undefined && allCheckDigitsRight(parsed.checkDigits)) {
          found.push({ ...parsed, lines: changed, repaired: [name] });
        }
      }
    }
  }
  // Two ways to be right are no reading.
  return found.length === 1 ? found[0] : undefined;
}

function alternatives(character: string): string[] {
  const alike = lookAlikes.filter((group) => group.includes(character)).join('');
  return Array.from(new Set(alike)).filter((other) => other !== character);
}

function replaceAt(lines: readonly string[], line: number, position: number, by: string): string[] {
  return lines.map((text, index) =>
    index === line ? text.slice(0, position) + by + text.slice(position + 1) : text,
  );
}
