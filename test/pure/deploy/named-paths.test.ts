import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(__dirname, '../../..');
const documents = [
  'README.md',
  'ARCHITECTURE.md',
  ...readdirSync(join(root, 'deploy'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `deploy/${name}`),
];
const named = /`((?:shared|services|activities|workflows|test|deploy)\/[^`\s]*)`/g;
const linked = /\]\((?!https?:|mailto:|[#/])([^)#\s]+)/g;
const endings = ['', '.ts', '.tsx', '.test.ts'];

function placesIn(text: string, document: string): readonly string[] {
  const paths = [...text.matchAll(named)].flatMap(([, path = '']) =>
    /[*{<…]/.test(path) ? [] : [path],
  );
  const links = [...text.matchAll(linked)].map(([, path = '']) => join(dirname(document), path));
  return [...paths, ...links];
}

it.each(documents)('%s: each file and folder that it names is there', (document) => {
  const text = readFileSync(join(root, document), 'utf8');
  const missing = placesIn(text, document).filter(
    (path) => !endings.some((ending) => existsSync(join(root, path + ending))),
  );
  expect(missing).toEqual([]);
});

it('paths and links are read, patterns and addresses of other hosts are not', () => {
  const text = '`shared/gone` [a](b.md#c) `test/**` [d](https://example.org) `services/api`';
  expect(placesIn(text, 'deploy/X.md')).toEqual(['shared/gone', 'services/api', 'deploy/b.md']);
});
