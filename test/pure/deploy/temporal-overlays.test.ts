import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const overlaySchema = z.object({
  services: z.record(
    z.string(),
    z.object({
      // Null: as .env has it.
      environment: z.record(z.string(), z.string().nullable()).optional(),
      volumes: z.array(z.string()).optional(),
    }),
  ),
});
const folder = 'deploy/compose';
const names = readdirSync(folder).filter((name) => /^temporal-.*\.yml$/.test(name));
const read = (file: string): z.output<typeof overlaySchema> =>
  overlaySchema.parse(parse(readFileSync(file, 'utf8'), { merge: true }));
const base = read('docker-compose.yml');
const overlays = names.map((name) => [name, read(`${folder}/${name}`)] as const);
const page = readFileSync('deploy/TEMPORAL.md', 'utf8');

test.each(overlays)(
  '%s changes services that are there, and the page shows its use',
  (name, { services }) => {
    expect(Object.keys(services).filter((service) => !(service in base.services))).toEqual([]);
    expect(page).toContain(`-f deploy/compose/${name} up`);
  },
);

test('whatever reaches the frontend has a certificate under mutual TLS, and a token before an authorizer', () => {
  const reaches = Object.entries(base.services).flatMap(([name, { environment = {} }]) =>
    'TEMPORAL_ADDRESS' in environment && name !== 'temporal' && name !== 'migrate' ? [name] : [],
  );
  expect(reaches).toEqual(
    expect.arrayContaining(['search-attributes', 'temporal-ui', 'worker', 'api']),
  );
  const { services: mutual } = read(`${folder}/temporal-mtls.yml`);
  const { services: judged } = read(`${folder}/temporal-authorizer.yml`);
  for (const name of reaches) {
    const certificates = Object.keys(mutual[name]?.environment ?? {});
    expect([name, certificates.some((key) => /^TEMPORAL_TLS_.*CERT/.test(key))]).toEqual([
      name,
      true,
    ]);
    const tokens = Object.keys(judged[name]?.environment ?? {});
    expect([name, tokens.some((key) => /TEMPORAL_(API_KEY|AUTH_ENABLED)/.test(key))]).toEqual([
      name,
      true,
    ]);
  }
});

test('every file that an overlay names is one that the script of certificates makes', () => {
  const script = readFileSync(`${folder}/temporal-certificates.sh`, 'utf8');
  const made = [
    'ca',
    ...[...script.matchAll(/^issue (\w+)/gm)].flatMap(([, one = '']) => [one, `${one}-key`]),
  ];
  const named = overlays.flatMap(([, { services }]) =>
    Object.values(services).flatMap(({ environment = {} }) =>
      Object.values(environment).flatMap((value) => {
        const [, file] = /^\/certificates\/([\w-]+)\.pem$/.exec(value ?? '') ?? [];
        return file === undefined ? [] : [file];
      }),
    ),
  );
  expect(named.length).toBeGreaterThan(6);
  expect(named.filter((file) => !made.includes(file))).toEqual([]);
});
