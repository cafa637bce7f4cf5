import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { apiSettingsSchema, workerSettingsSchema } from '../../../shared/config/settings';

/** No container engine is needed to hold the file to what the processes and the images really take. */
const serviceSchema = z.object({
  image: z.string().optional(),
  build: z.object({ context: z.string(), dockerfile: z.string(), target: z.string() }).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  command: z.array(z.string()).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
});
const composeSchema = z.object({
  services: z.record(z.string(), serviceSchema),
  volumes: z.record(z.string(), z.unknown()),
});

const compose = composeSchema.parse(
  parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }),
);
const services = Object.entries(compose.services);
/** As compose fills it in where `.env` was written by `write-env.sh` and nothing was added. */
const withDefaults = (value: string): string =>
  value
    .replace(/\$\{[A-Z_0-9]+:-([^}]*)\}/g, '$1')
    .replace(/\$\{([A-Z_0-9]+):\?[^}]*\}/g, (_, name: string) => written.get(name) ?? '');
const written = new Map(
  readFileSync('.env.example', 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, name, value] = /^([A-Z_0-9]+)=(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined
        ? []
        : [[name, value === 'random' ? 'a1b2c3' : value] as const];
    }),
);

/** What the Dockerfile itself gives every process. */
const ofTheImage = { VERIFA_CACHE_DIR: '/models', WORKFLOW_BUNDLE: '/app/dist/workflow-bundle.js' };

test.each([
  ['api', apiSettingsSchema],
  ['worker', workerSettingsSchema],
] as const)('%s: every variable is one it knows, and together they are enough', (name, schema) => {
  const environment = Object.fromEntries(
    Object.entries(compose.services[name]?.environment ?? {}).map(([key, value]) => [
      key,
      withDefaults(value),
    ]),
  );
  expect(Object.keys(environment).filter((key) => !(key in schema.shape))).toEqual([]);
  expect(schema.safeParse({ ...environment, ...ofTheImage }).success).toBe(true);
});

test('every port is bound to 127.0.0.1', () => {
  for (const [, { ports = [] }] of services) {
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
  }
});

test('every image is pinned, every build target and every dependency exists', () => {
  const dockerfile = readFileSync('deploy/Dockerfile', 'utf8');
  for (const [, { image, build, depends_on: needs = {}, volumes = [] }] of services) {
    if (image !== undefined) expect(image).toMatch(/:[^:]*\d/);
    if (build !== undefined) {
      expect(existsSync(build.dockerfile)).toBe(true);
      expect(dockerfile).toMatch(new RegExp(`^FROM \\S+ AS ${build.target}$`, 'm'));
    }
    for (const need of Object.keys(needs)) expect(compose.services).toHaveProperty(need);
    for (const volume of volumes)
      expect(compose.volumes).toHaveProperty(volume.split(':')[0] ?? '');
  }
});

test('all search attributes are made before a worker starts', () => {
  // By the command that goes by the one list, in the image of the processes themselves.
  expect(compose.services['search-attributes']).toMatchObject({
    command: ['node', 'dist/services/admin/main.js', 'prepare-temporal'],
    build: { target: 'migrate' },
  });
  expect(compose.services['worker']?.depends_on).toHaveProperty('search-attributes');
});

test('the files that the images start are what the build makes', () => {
  const started = [
    ...readFileSync('deploy/Dockerfile', 'utf8').matchAll(/dist\/(services\/\w+\/main)\.js/g),
  ];
  expect(started.length).toBeGreaterThan(3);
  for (const [, file] of started) expect(existsSync(`${file ?? ''}.ts`)).toBe(true);
});
