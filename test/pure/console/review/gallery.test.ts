import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { consoleScreens } from '../../../screens/console/gallery/screens';

const folder = join(__dirname, '../../../../services/console/review/routes');

/** Addresses of the router, as its files name them; that of any other address is what finds nothing. */
function addresses(): readonly string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('-routes.ts'));
  return files.flatMap((name) => {
    const source = readFileSync(join(folder, name), 'utf8');
    const routes = source.split('createRoute({').slice(1);
    return routes.flatMap((one) => {
      const path = /^\s+path: '([^']+)',$/m.exec(one)?.[1];
      const isParent = /^\s+id: '[^']+',$/m.test(one);
      if (path === undefined && !isParent) throw new Error(`${name}: a route without an address`);
      return path === undefined ? [] : [path];
    });
  });
}

/** Which of the router's it is: as it is named, or the one that says the same, or any other. */
function routeOf(screen: (typeof consoleScreens)[number], all: readonly string[]): string {
  const { name, path, route } = screen;
  if (route !== undefined) return route;
  if (typeof path !== 'string') throw new Error(`${name}: which route is it?`);
  const address = path.replace(/[?#].*$/, '');
  return all.includes(address) ? address : '$';
}

it('has a picture of every address of the router, and of no other', () => {
  const all = addresses();
  const seen = new Set(consoleScreens.map((screen) => routeOf(screen, all)));
  expect([...seen].sort()).toEqual([...new Set(all)].sort());
});

it('names each picture once', () => {
  const names = consoleScreens.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});
