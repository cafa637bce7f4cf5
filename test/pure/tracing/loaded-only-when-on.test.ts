import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openTracer } from '../../../shared/tracing/open-tracer';

const root = resolve(__dirname, '../../..');
const sources = ['activities', 'services', 'shared', 'workflows'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file)),
);

function thatSay(pattern: RegExp): readonly string[] {
  return sources.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8')));
}

test('where no collector is named there is no tracer', async () => {
  const off = { endpoint: undefined, service: 'verifa-api', sampledShare: 1 } as const;
  expect(await openTracer(off)).toBeUndefined();
});

test('one file imports OpenTelemetry, and that file is loaded only when a collector is named', () => {
  expect(thatSay(/from '@opentelemetry\//)).toEqual(['shared/tracing/otlp-tracer.ts']);
  expect(thatSay(/from '[^']*otlp-tracer/)).toEqual([]);
  expect(thatSay(/import\('[^']*otlp-tracer/)).toEqual(['shared/tracing/open-tracer.ts']);
});
