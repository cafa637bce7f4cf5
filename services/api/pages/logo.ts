import { sql } from 'kysely';
import { z } from 'zod';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { ApiDeps } from '../deps';
import { alreadySent } from '../http/answer';
import { streamed } from '../http/declared-answer';
import { limitCapture } from '../http/rate-limit';
import { openRoute, type Route } from '../http/route';

const nameForm = /^([0-9a-f]{64})\.png$/;

/** A logo by its hash, for whoever was shown its address; it is public by being on the page. */
export function showLogo(deps: ApiDeps): Route {
  return openRoute({
    method: 'GET',
    path: '/logos/:name',
    params: z.object({ name: z.string() }),
    summary: "Get an organisation's logo",
    answers: { 200: streamed('image/png') },
    handler: async ({ params, response, clientAddress }) => {
      const sha256 = nameForm.exec(params.name)?.[1];
      if (sha256 === undefined) throw new VerifaError('not_found');
      // Counted with the page that shows it: a browser keeps it, so a person asks once.
      await limitCapture(deps, clientAddress, response);
      const { rows } = await sql<{ png: Buffer }>`
        SELECT png FROM verifa_logo(${sha256})`.execute(deps.nobodys);
      const [logo] = rows;
      if (logo === undefined) throw new VerifaError('not_found');
      response
        .set('Cache-Control', 'public, max-age=31536000, immutable')
        .type('png')
        .send(logo.png);
      return alreadySent;
    },
  });
}
