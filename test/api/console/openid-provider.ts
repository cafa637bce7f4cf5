import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface OpenIdProvider {
  readonly issuer: string;
  stop(): Promise<void>;
}

/** Of this redirect; on a free port, in a process of its own. */
export async function startProvider(
  redirectUri: string,
  postLogoutUri: string,
): Promise<OpenIdProvider> {
  const child = spawn(
    process.execPath,
    ['--no-warnings', join(__dirname, 'provider-process.mjs'), redirectUri, postLogoutUri],
    { stdio: ['ignore', 'pipe', 'inherit'], env: {} },
  );
  const exited = once(child, 'exit');
  const issuer = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve);
    child.once('exit', () => reject(new Error('the provider ended')));
  });
  return {
    issuer,
    async stop() {
      child.kill();
      await exited;
    },
  };
}

/** A browser that follows redirects, keeps cookies of each origin, and fills in the provider's forms. */
export class Follower {
  private readonly jars = new Map<string, Map<string, string>>();

  /** Lets the browser forget whom the provider knows. */
  forget(origin: string): void {
    this.jars.delete(origin);
  }

  cookie(origin: string, name: string): string | undefined {
    return this.jars.get(origin)?.get(name);
  }

  put(origin: string, name: string, value: string): void {
    this.jar(origin).set(name, value);
  }

  /** Where it ends, which is the first address that `until` says of; signs in at forms as this account. */
  async go(url: string, login: string, until: (url: URL) => boolean): Promise<URL> {
    let next = new URL(url);
    let form: URLSearchParams | undefined;
    for (let hops = 0; hops < 20; hops += 1) {
      if (until(next)) return next;
      const response = await this.fetch(next, form);
      form = undefined;
      const location = response.headers.get('location');
      if (location !== null) {
        next = new URL(location, next);
        continue;
      }
      const html = await response.text();
      const action = /action="([^"]+)"/.exec(html)?.[1];
      const prompt = /name="prompt" value="([^"]+)"/.exec(html)?.[1];
      if (action === undefined || prompt === undefined) {
        throw new Error(`no form at ${next.pathname}: ${String(response.status)}`);
      }
      next = new URL(action, next);
      form = new URLSearchParams({ prompt, login, password: 'any' });
    }
    throw new Error('too many redirects');
  }

  async fetch(url: URL, form?: URLSearchParams): Promise<Response> {
    const cookies = [...this.jar(url.origin)].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      method: form === undefined ? 'GET' : 'POST',
      headers: { Cookie: cookies, 'Sec-Fetch-Site': 'cross-site' },
      ...(form === undefined ? {} : { body: form }),
    });
    for (const header of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
      const isOver = /max-age=0|expires=thu, 01 jan 1970/i.test(header);
      if (isOver) this.jar(url.origin).delete(name);
      else this.put(url.origin, name, value);
    }
    return response;
  }

  private jar(origin: string): Map<string, string> {
    const jar = this.jars.get(origin) ?? new Map<string, string>();
    this.jars.set(origin, jar);
    return jar;
  }
}
