import { existsSync, readFileSync } from 'node:fs';
import { processEnvironment } from '../../../shared/config/process-environment';
import { apiSettingsSchema, workerSettingsSchema } from '../../../shared/config/settings';
import {
  compose,
  composePaths,
  example,
  filledIn,
  namesAskedFor,
  overlays,
  type ComposeService,
} from './compose-files';

const services = Object.entries(compose.services);
/** Ends before others begin, or is started by hand. */
const isJob = ({ restart }: ComposeService): boolean => restart !== 'unless-stopped';

/** What the Dockerfile itself gives each process. */
const dockerfile = readFileSync('deploy/Dockerfile', 'utf8');
const ofTheImage = Object.fromEntries(
  [...dockerfile.matchAll(/^ENV (.*)$/gm)].flatMap(([, line = '']) =>
    line.split(' ').map((pair) => pair.split('=') as [string, string]),
  ),
);

const processes = [
  ['api', apiSettingsSchema],
  ['worker', workerSettingsSchema],
] as const;

/** Settings that the file deliberately leaves as they are, and why. */
const left: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.keys(ofTheImage).map((name) => [name, 'the image says it'])),
  OBJECT_DIR: 'documents are in the object store',
  START_PAGE_URL: 'of npm start',
  WEBHOOK_RETRY_SCALE: 'for soak tests',
  WORKER_QUEUES: 'the one worker serves all; deploy/SCALING.md has the rest',
  MASTER_KEYS_COMMAND: 'the ring is a file here; deploy/KEYS.md has the rest',
};

function environmentOf(name: string): Readonly<Record<string, string | undefined>> {
  const given = Object.entries(compose.services[name]?.environment ?? {});
  return Object.fromEntries(given.map(([key, value]) => [key, filledIn(value ?? '')]));
}

test.each(processes)(
  '%s: every variable is one it knows, and together they are enough',
  (name, schema) => {
    const environment = environmentOf(name);
    const ofAdmin = ['PUBLIC_URL', 'TEMPORAL_UI_URL'];
    expect(
      Object.keys(environment).filter((key) => !(key in schema.shape) && !ofAdmin.includes(key)),
    ).toEqual([]);
    const parsed = schema.safeParse(processEnvironment({ ...ofTheImage, ...environment }));
    expect(parsed.error?.issues ?? []).toEqual([]);
  },
);

test.each(processes)(
  '%s: every setting is passed through, or left for a reason',
  (name, schema) => {
    const passed = Object.keys(compose.services[name]?.environment ?? {});
    const unset = Object.keys(schema.shape).filter((key) => !passed.includes(key));
    expect(unset.filter((key) => !(key in left))).toEqual([]);
  },
);

test('with a password that everybody knows neither process would start', () => {
  for (const [name, schema] of processes) {
    const known = {
      ...environmentOf(name),
      DATABASE_URL: 'postgres://verifa:verifa@postgres:5432/verifa',
    };
    expect(schema.safeParse(processEnvironment({ ...ofTheImage, ...known })).success).toBe(false);
  }
});

test('no secret has a default: a script writes each, and every name that is asked for is in the example', () => {
  const told = new Set(example.map(({ name }) => name));
  const made = new Set(example.filter(({ isSet }) => isSet).map(({ name }) => name));
  for (const path of composePaths) {
    for (const { name, isRequired } of namesAskedFor(path)) {
      if (/PASSWORD|SECRET_KEY|ACCESS_KEY/.test(name))
        expect([name, isRequired]).toEqual([name, true]);
      // What an overlay demands it says itself.
      if (path === 'docker-compose.yml') {
        expect([...told]).toContain(name);
        if (isRequired) expect([...made]).toContain(name);
      }
    }
  }
  const asked = new Set(composePaths.flatMap(namesAskedFor).map(({ name }) => name));
  expect([...told].filter((name) => !asked.has(name))).toEqual([]);
});

const allServices = [
  ...services.map(([name, service]) => [name, service] as const),
  ...overlays.flatMap(([file, { services: those }]) =>
    Object.entries(those).flatMap(([name, service]) =>
      name in compose.services ? [] : [[`${name} of ${file}`, service] as const],
    ),
  ),
];

test.each(allServices)(
  '%s comes back, is bounded, and can become no more than it is',
  (name, service) => {
    expect(service.restart).toBe(
      service.profiles?.includes('admin') === true ? 'no' : (service.restart ?? 'missing'),
    );
    expect(service.restart === 'no').toBe(service.profiles?.includes('admin') === true);
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.cap_add ?? []).toEqual(
      name === 'key-folder'
        ? ['CHOWN', 'FOWNER']
        : name.startsWith('caddy')
          ? ['NET_BIND_SERVICE']
          : [],
    );
    expect(service.security_opt).toEqual(['no-new-privileges:true']);
    // Its image writes its configuration beside its program.
    expect(service.read_only).toBe(name !== 'temporal-ui');
    expect(service.logging?.options).toEqual({ 'max-size': '20m', 'max-file': '5' });
    expect(service.deploy?.resources.limits).toBeDefined();
    if (!isJob(service)) expect(service.healthcheck?.test[0]).toBe('CMD');
  },
);

test('every port is bound to 127.0.0.1, but those of the proxy; stores and Temporal publish none', () => {
  for (const [name, { ports = [] }] of allServices) {
    for (const port of ports) {
      if (!name.startsWith('caddy')) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
    }
  }
  const publish = services.filter(([, { ports = [] }]) => ports.length > 0).map(([name]) => name);
  expect(publish).toEqual(['temporal-ui', 'api']);
});

test('every image is pinned; every file, build target, volume and dependency is there', () => {
  const volumes = Object.fromEntries(
    [compose, ...overlays.map(([, overlay]) => overlay)].flatMap((file) =>
      Object.entries(file.volumes),
    ),
  );
  for (const [, { image, build, depends_on: needs = {}, volumes: mounts = [] }] of allServices) {
    if (build === undefined) expect(image).toMatch(/:\d+[\w.-]*$/);
    else {
      const path = build.dockerfile.startsWith('deploy/')
        ? build.dockerfile
        : `${build.context}/${build.dockerfile}`;
      const text = readFileSync(path, 'utf8');
      if (build.target !== undefined) {
        expect(text).toMatch(new RegExp(`^FROM \\S+ AS ${build.target}$`, 'm'));
      }
    }
    for (const need of Object.keys(needs)) expect(compose.services).toHaveProperty(need);
    for (const mount of mounts) {
      const source = filledIn(mount).split(':')[0] ?? '';
      if (source.startsWith('./deploy/'))
        expect([source, existsSync(source)]).toEqual([source, true]);
      else if (!source.startsWith('./')) expect(volumes).toHaveProperty(source);
    }
  }
  for (const [, from] of [...dockerfile.matchAll(/^FROM (\S+)/gm)]) {
    expect(from).toMatch(/:\d|^(build|runtime)$/);
  }
});

test('namespace and search attributes are there before a worker starts, by the command that knows the one list', () => {
  const job = compose.services['search-attributes'];
  expect(job?.command?.join(' ')).toBe('node dist/services/admin/main.js prepare-temporal');
  for (const name of ['worker', 'api']) {
    expect(compose.services[name]?.depends_on?.['search-attributes']?.condition).toBe(
      'service_completed_successfully',
    );
  }
});

test('each process has a login of its own, and no superuser', () => {
  const logins = ['admin', 'migrate', 'worker', 'api'].map(
    (name) => /^postgres:\/\/(\w+):/.exec(environmentOf(name)['DATABASE_URL'] ?? '')?.[1],
  );
  expect(logins).toEqual(['verifa_owner', 'verifa_owner', 'verifa_worker', 'verifa_api']);
  const roles = readFileSync('deploy/compose/postgres-roles.sql', 'utf8');
  for (const login of [...logins, compose.services['temporal']?.environment?.['POSTGRES_USER']]) {
    expect(roles).toMatch(new RegExp(`^ALTER ROLE ${login ?? ''} LOGIN [A-Z ]*PASSWORD `, 'm'));
  }
  expect(roles).not.toMatch(/SUPERUSER|BYPASSRLS|CREATEROLE/);
});

test.each(overlays)(
  '%s changes services that are there, and demands what it needs',
  (file, overlay) => {
    for (const name of Object.keys(overlay.services)) {
      const isOwn = overlay.services[name]?.image !== undefined;
      if (!isOwn) expect(compose.services).toHaveProperty(name);
    }
    // A process gets no variable from an overlay that it does not know.
    for (const [name, schema] of processes) {
      const given = Object.keys(overlay.services[name]?.environment ?? {});
      const unknown = given.filter(
        (key) =>
          !(key.replace(/_FILE$/, '') in schema.shape || key in schema.shape) &&
          !key.startsWith('TEMPORAL_'),
      );
      expect([file, unknown.filter((key) => key !== 'PUBLIC_URL')]).toEqual([file, []]);
    }
  },
);

test('another store is taken in MinIO’s place: nothing then waits for it', () => {
  const other = overlays.find(([name]) => name === 'other-store.yml')?.[1];
  expect(other?.services['minio']?.profiles).toEqual(['local-store']);
  for (const [, { depends_on: needs = {} }] of services) {
    if (needs['minio'] !== undefined) expect(needs['minio'].required).toBe(false);
  }
});

test('the files that the images start are what the build makes', () => {
  const started = [
    ...dockerfile.matchAll(/dist\/(services\/\w+\/main)\.js/g),
    ...services.flatMap(([, { command = [], entrypoint = [] }]) => [
      ...[...entrypoint, ...command].join(' ').matchAll(/dist\/(services\/\w+\/main)\.js/g),
    ]),
  ];
  expect(started.length).toBeGreaterThan(5);
  for (const [, file] of started) expect(existsSync(`${file ?? ''}.ts`)).toBe(true);
});
