import type { BrowserContext, ConsoleMessage, Request } from 'playwright-core';

/** What no page of ours may do, whatever the test is about. */
export interface PageWatch {
  /** A host of the test's own beside ours, such as a page that embeds. */
  allow(origin: string): void;
  /** A line of the browser's console, errors of scripts among them, that belongs to what the test is about. */
  expectLine(line: RegExp): void;
  /** One sentence for each thing that was seen. */
  problems(): readonly string[];
}

/**
 * Follows all pages of a context: what its policy refused, what went wrong in its scripts, and what it asked of
 * other hosts.
 */
export async function watchPages(context: BrowserContext, origin: string): Promise<PageWatch> {
  const seen = new Set<string>();
  const allowed = new Set([origin]);
  const expected: RegExp[] = [];
  await context.exposeBinding('verifaTestViolation', (_source, directive: string, what: string) => {
    seen.add(`policy: ${directive} refused ${what}`);
  });
  await context.addInitScript(() => {
    const report = Reflect.get(globalThis, 'verifaTestViolation') as (
      directive: string,
      what: string,
    ) => void;
    addEventListener('securitypolicyviolation', (event) => {
      report(event.effectiveDirective, `${event.blockedURI} ${event.sample}`);
    });
  });
  context.on('console', (message) => {
    const isExpected = expected.some((line) => line.test(message.text()));
    if (isProblem(message) && !isExpected) seen.add(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => {
    const text = String(error.error());
    if (!expected.some((line) => line.test(text))) seen.add(`script: ${text}`);
  });
  // No person sees that the page's notices are refused, and nothing that a person does makes them so.
  context.on('response', (response) => {
    const refused = response.status() === 422 && response.url().endsWith('/signals');
    if (refused) seen.add(`signals: ${response.request().postData() ?? ''}`);
  });
  context.on('request', (request) => {
    const host = hostOf(request);
    if (host !== null && !allowed.has(host)) seen.add(`foreign: ${request.url()}`);
  });
  return {
    allow: (other) => allowed.add(other),
    expectLine: (line) => expected.push(line),
    problems: () => [...seen],
  };
}

/** Chromium says of each refusal of the API that it came; what the page makes of it is the test's matter. */
function isProblem(message: ConsoleMessage): boolean {
  if (message.type() !== 'error') return false;
  const isAnswer =
    /^Failed to load resource: (the server responded|net::ERR_INTERNET_DISCONNECTED)/;
  return !(isAnswer.test(message.text()) && /\/(verify|api\/v1)\//.test(message.location().url));
}

function hostOf(request: Request): string | null {
  const { protocol, origin } = new URL(request.url());
  return protocol === 'http:' || protocol === 'https:' || protocol === 'ws:' ? origin : null;
}
