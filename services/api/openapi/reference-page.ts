import type { Route } from '../http/route';
import { conventions } from './conventions';
import { pathTemplate, tagOf } from './describe-route';

/** Every route on one page, without a script and without anything from another host. */
export function referencePage(routes: readonly Route[]): string {
  const tags = [...new Set(routes.map(({ path }) => tagOf(path)))];
  const sections = tags.map((tag) => {
    const rows = routes.filter(({ path }) => tagOf(path) === tag).map(row);
    return `<h2 id="${escaped(tag)}">${escaped(tag)}</h2><table>${rows.join('')}</table>`;
  });
  const contents = tags.map((tag) => `<a href="#${escaped(tag)}">${escaped(tag)}</a>`).join(' · ');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Verifa Sessions API</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1f}
table{border-collapse:collapse;width:100%}td{border-top:1px solid #ddd;padding:.4rem .6rem;vertical-align:top}
pre{white-space:pre-wrap;background:#f5f5f7;padding:1rem}td:first-child{width:5rem;font-weight:600}code{font-size:.9em}small{color:#666}</style></head><body>
<h1>Verifa Sessions API</h1><p>The same in full, for machines: <a href="/openapi.json">openapi.json</a>.</p>
<pre>${escaped(conventions)}</pre><p>${contents}</p>${sections.join('')}</body></html>`;
}

function row({ method, path, scopes, summary, answers }: Route): string {
  const needs = scopes === null ? 'no key' : scopes.join(', ');
  const done = Object.keys(answers).join(', ');
  return `<tr><td>${method}</td><td><code>${escaped(pathTemplate(path))}</code><br>${escaped(summary)}<br><small>${escaped(needs)}${done === '' ? '' : ` → ${done}`}</small></td></tr>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
