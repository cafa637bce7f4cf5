/** A page as a browser is sent it. */
export interface Shown {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
}

/** As a browser asks that opens a link. */
export const browserAccepts = {
  Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
};

export async function show(
  url: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Shown> {
  const response = await fetch(url, { method, headers: { ...browserAccepts, ...headers } });
  return { status: response.status, headers: response.headers, html: await response.text() };
}

/** What an attribute of the page's root says. */
export function dataOf(html: string, name: string): string | undefined {
  const value = new RegExp(`\\sdata-${name}="([^"]*)"`).exec(html)?.[1];
  return value?.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}

/** The secret that a page was given with its cookie. */
export function cookieOf({ headers }: Shown): string | undefined {
  return /^(verifa_page=[^;]+);/.exec(headers.get('set-cookie') ?? '')?.[1];
}
