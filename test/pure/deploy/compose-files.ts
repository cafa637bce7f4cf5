import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** No container engine is needed to hold the files to what the processes and the images really take. */
const variables = z.record(z.string(), z.string().nullable());
const dependencies = z.record(
  z.string(),
  z.object({ condition: z.string(), required: z.boolean().optional() }),
);
const serviceSchema = z.strictObject({
  image: z.string().optional(),
  build: z
    .object({ context: z.string(), dockerfile: z.string(), target: z.string().optional() })
    .optional(),
  user: z.string().optional(),
  init: z.boolean().optional(),
  profiles: z.array(z.string()).optional(),
  entrypoint: z.array(z.string()).optional(),
  command: z.array(z.string()).optional(),
  environment: variables.optional(),
  secrets: z.array(z.string()).optional(),
  ports: z.array(z.string()).optional(),
  networks: z.unknown().optional(),
  volumes: z.array(z.string()).optional(),
  tmpfs: z.array(z.string()).optional(),
  shm_size: z.string().optional(),
  depends_on: dependencies.optional(),
  healthcheck: z
    .object({ test: z.array(z.string()) })
    .loose()
    .optional(),
  stop_grace_period: z.string().optional(),
  restart: z.enum(['unless-stopped', 'on-failure:10', 'no']).optional(),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
  cap_add: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  logging: z.object({ driver: z.string(), options: z.record(z.string(), z.string()) }).optional(),
  deploy: z
    .object({
      resources: z.object({
        limits: z.object({ cpus: z.string(), memory: z.string(), pids: z.number() }),
      }),
    })
    .optional(),
});
export type ComposeService = z.infer<typeof serviceSchema>;

const fileSchema = z.object({
  services: z.record(z.string(), serviceSchema),
  volumes: z.record(z.string(), z.unknown()).default({}),
});
export type ComposeFile = z.infer<typeof fileSchema>;

function readFile(path: string): ComposeFile {
  return fileSchema.parse(parse(readFileSync(path, 'utf8'), { merge: true }));
}

export const compose = readFile('docker-compose.yml');

const folder = 'deploy/compose';
export const overlays: readonly (readonly [name: string, file: ComposeFile])[] = readdirSync(folder)
  .filter((name) => name.endsWith('.yml'))
  .map((name) => [name, readFile(`${folder}/${name}`)] as const);

export const composePaths: readonly string[] = [
  'docker-compose.yml',
  ...overlays.map(([name]) => `${folder}/${name}`),
];

/** The lines of `.env.example`: what it sets, and what it only tells of behind a `#`. */
export const example = readFileSync('.env.example', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, told, name, value] = /^(#?)([A-Z][A-Z_0-9]+)=(.*)$/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [{ name, value, isSet: told === '' }];
  });

const written = new Map(
  example.flatMap(({ name, value, isSet }) =>
    isSet ? [[name, value === 'random' ? 'a1b2c3' : value] as const] : [],
  ),
);

/** A value as compose fills it in where `.env` was written by `write-env.sh` and nothing was added; null: not set. */
export function filledIn(value: string): string {
  return value.replace(
    /\$\{([A-Z_0-9]+):([-?])([^}]*)\}/g,
    (_, name: string, kind: string, rest: string) =>
      written.get(name) ?? (kind === '-' ? rest : ''),
  );
}

/** Names that a file asks `.env` for: `${NAME…}`, and variables without a value of their own. */
export function namesAskedFor(path: string): readonly {
  readonly name: string;
  readonly isRequired: boolean;
}[] {
  const text = readFileSync(path, 'utf8');
  const written = [...text.matchAll(/\$\{([A-Z_0-9]+)(:[-?])?/g)].map(([, name = '', kind]) => ({
    name,
    isRequired: kind !== ':-',
  }));
  const bare = [...text.matchAll(/^ +([A-Z][A-Z_0-9]+):$/gm)].map(([, name = '']) => ({
    name,
    isRequired: false,
  }));
  return [...written, ...bare];
}
