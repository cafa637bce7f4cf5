import { escapeHtml } from './escape-html';
import type { PageLanguage } from './manifest';

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'he']);

/**
 * What every page of ours begins with.
 *
 * @param icon a browser would ask for /favicon.ico without one, and be told that there is none
 */
export function htmlHead(
  { tag, sentences }: Pick<PageLanguage, 'tag' | 'sentences'>,
  icon = 'data:,',
): string {
  const dir = rightToLeft.has(tag) ? 'rtl' : 'ltr';
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(tag)}" dir="${dir}">`,
    '<meta charset="utf-8">',
    `<title>${escapeHtml(sentences.title)}</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">',
    '<meta name="color-scheme" content="light dark">',
    `<link rel="icon" href="${escapeHtml(icon)}">`,
  ].join('\n');
}

/** Each with a space before it. */
export function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join('');
}
