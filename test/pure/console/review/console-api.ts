import { createAccess, type Access } from '../../../../services/console/review/api/access';
import { createApi, type Api } from '../../../../services/console/review/api/api';
import {
  createConnection,
  type Connection,
} from '../../../../services/console/review/api/connection';

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string | null;
}

interface Console {
  readonly api: Api;
  readonly access: Access;
  readonly connection: Connection;
  readonly asked: readonly Asked[];
}

/** An answer, or a connection that breaks. */
export type Given = Response | 'broken';

/** The console's calls over a service that gives these answers one after the other. */
export function consoleOver(answers: readonly Given[]): Console {
  const asked: Asked[] = [];
  const access = createAccess();
  const connection = createConnection();
  let keys = 0;
  const api = createApi({
    base: '/verifa',
    access,
    connection,
    newKey: () => `key-${String((keys += 1))}`,
    pause: () => Promise.resolve(),
    fetch: (input, init) => {
      const { method = 'GET', headers, body } = init ?? {};
      asked.push({
        method,
        url: typeof input === 'string' ? input : '',
        headers: new Headers(headers),
        body: typeof body === 'string' ? body : null,
      });
      const given = answers[asked.length - 1];
      if (given === undefined) throw new Error('asked more often than the test has answers');
      return given === 'broken' ? Promise.reject(new TypeError('broken')) : Promise.resolve(given);
    },
  });
  return { api, access, connection, asked };
}

export function refusal(status: number, error: string, more: object = {}): Response {
  const body = { error, detail: `${error}.`, status_code: status, request_id: 'req_1', ...more };
  return Response.json(body, { status });
}
