import type { IncomingHttpHeaders } from 'node:http';

/** An HTTP date is of this form (RFC 9110, 5.6.7); each name is followed by the only form that is kept of it. */
const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const forms: readonly (readonly [name: string, form: RegExp])[] = [
  [
    'content-type',
    /^(application|text)\/(json|problem\+json|plain|html|xml|octet-stream)(; ?charset="?(utf-8|us-ascii|iso-8859-1)"?)?$/i,
  ],
  ['content-length', /^\d{1,12}$/],
  ['date', httpDate],
  ['retry-after', new RegExp(`^\\d{1,12}$|${httpDate.source}`)],
];

/**
 * What of an answer's head tells what it is and when it came, a line each. A receiver may write
 * anything in its headers, a person's name too: kept are only values whose form leaves no room for one.
 */
export function answerHead(headers: IncomingHttpHeaders): string {
  return forms
    .flatMap(([name, form]) => {
      const value = headers[name];
      return typeof value === 'string' && form.test(value) ? [`${name}: ${value}`] : [];
    })
    .join('\n');
}
