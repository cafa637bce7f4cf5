import { errorCatalogue, isErrorCode } from '../../../shared/domain/errors/catalogue';
import type { Route } from '../http/route';
import { conventions } from './conventions';
import { pathTemplate, tagOf } from './describe-route';
import { createJsonSchemas } from './json-schemas';
import { escapeHtml } from '../../../shared/page/escape-html';
import { describeFields } from './reference-fields';

/** Every route and every error code on one page, without a script and without anything from another host. */
export function referencePage(routes: readonly Route[]): string {
  const tags = [...new Set(routes.map(({ path }) => tagOf(path)))];
  const schemas = createJsonSchemas();
  const sections = tags.map((tag) => {
    const own = routes.filter(({ path }) => tagOf(path) === tag);
    return `<h2 id="${escapeHtml(tag)}">${escapeHtml(tag)}</h2>${own.map((one) => operation(one, schemas)).join('')}`;
  });
  const contents = [...tags, 'errors']
    .map((tag) => `<a href="#${escapeHtml(tag)}">${escapeHtml(tag)}</a>`)
    .join(' · ');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Verifa Sessions API</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1f}
summary{padding:.45rem 0;border-top:1px solid #ddd;cursor:pointer}summary b{display:inline-block;width:5rem}
details>div{padding:0 0 1rem 5rem}table{border-collapse:collapse}td{padding:.15rem 1rem .15rem 0;vertical-align:top}
code,pre{font-size:.9em}pre{white-space:pre-wrap;background:#f5f5f7;padding:.6rem}small{color:#666}
p.conventions{white-space:pre-line}</style></head><body>
<h1>Verifa Sessions API</h1><p>The same in full, for machines: <a href="/openapi.json">openapi.json</a>.</p>
<p class="conventions">${escapeHtml(conventions.replaceAll('\n  ', ' '))}</p><p>${contents}</p>
${sections.join('')}${errors()}</body></html>`;
}

function operation(route: Route, schemas: ReturnType<typeof createJsonSchemas>): string {
  const { method, path, scopes, summary, answers } = route;
  const { params, query, body, upload, example } = route.schemas;
  const parts = [
    describeFields('In the path', params, 'input', schemas),
    describeFields('In the query', query, 'input', schemas),
    describeFields('In the body', body, 'input', schemas),
    describeFields(`As ${upload?.mediaType ?? ''}`, upload?.schema, 'input', schemas),
    example === undefined
      ? ''
      : `<p>For example</p><pre>${escapeHtml(JSON.stringify(example))}</pre>`,
    ...Object.entries(answers).map(([status, declared]) =>
      declared?.body === undefined
        ? `<p>${status}${(declared?.mediaTypes ?? []).map((type) => ` <code>${escapeHtml(type)}</code>`).join('')}</p>`
        : describeFields(status, declared.body, 'output', schemas),
    ),
  ];
  const needs = scopes === null ? 'no key' : scopes.join(', ');
  return `<details><summary><b>${method}</b> <code>${escapeHtml(pathTemplate(path))}</code> ${escapeHtml(summary)}
<small>${escapeHtml(needs)}</small></summary><div>${parts.join('')}</div></details>`;
}

function errors(): string {
  const rows = Object.keys(errorCatalogue)
    .filter(isErrorCode)
    .map((code) => {
      const { status, message } = errorCatalogue[code];
      return `<tr><td>${String(status)}</td><td><code>${code}</code></td><td>${escapeHtml(message)}</td></tr>`;
    });
  return `<h2 id="errors">errors</h2><table>${rows.join('')}</table>`;
}
