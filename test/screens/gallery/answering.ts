import type { Page } from 'playwright-core';
import { errorCatalogue, type ErrorCode } from '../../../shared/domain/errors/catalogue';

/** Has the service answer so: its `state`, and what the screen's own actions ask of it. */
export async function answerState(
  page: Page,
  body: string,
  options: { readonly times?: number } = {},
): Promise<void> {
  await page.route(
    '**/verify/*/state',
    (route) => route.fulfill({ status: 200, contentType: 'application/json', body }),
    options,
  );
}

export async function answerStep(page: Page, step: string, body: object): Promise<void> {
  await page.route(`**/verify/*/${step}`, (route) =>
    route.fulfill({ status: 200, contentType: 'application/json', body: JSON.stringify(body) }),
  );
}

/** The catalogue's own refusal, as `error-answer.ts` writes it. */
export async function refuseStep(page: Page, step: string, code: ErrorCode): Promise<void> {
  const { status, message } = errorCatalogue[code];
  const body = JSON.stringify({ error: code, detail: message, request_id: 'req_1' });
  await page.route(`**/verify/*/${step}`, (route) =>
    route.fulfill({ status, contentType: 'application/json', body }),
  );
}
