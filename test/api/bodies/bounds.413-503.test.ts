import { setTimeout as after } from 'node:timers/promises';
import { createBodyBudget } from '../../../services/api/http/body-budget';
import { consent, newLink, type CaptureLink } from '../capture/capture-link';
import { noisePicture } from '../documents/pictures';
import { eventually } from '../../processes/running-process';
import { startApi, type RunningApi } from '../running-api';
import { sendWithoutEnd } from './endless-client';

const megabyte = 1024 * 1024;
const bounds = {
  bytesPerHolder: 12 * megabyte,
  bytesPerProcess: 30 * megabyte,
  windowMs: 1_000,
  leastBytes: 10 * 1024,
};

let api: RunningApi;
let picture: Buffer;
beforeAll(async () => {
  picture = await noisePicture(1);
  api = await startApi({ worker: true, deps: { bodies: createBodyBudget(bounds) } });
});
afterAll(() => api.stop());

const filePart = Buffer.from(
  '--b\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\n',
);

/** An upload that has brought so many bytes, and goes on slowly. */
function holding(link: CaptureLink, bytes: number): Promise<string> {
  return sendWithoutEnd(api.url, {
    method: 'POST',
    path: `${new URL(link.url).pathname}/documents`,
    headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
    first: Buffer.concat([filePart, Buffer.alloc(bytes)]),
    piece: Buffer.alloc(64 * 1024),
    pauseMs: 100,
  }).then(({ answer }) => answer);
}

async function consented(): Promise<CaptureLink> {
  const link = await newLink(api);
  await consent(link);
  return link;
}

it('a link has no room beyond its own: 503 with Retry-After, others go on', async () => {
  const [crowded, other] = [await consented(), await consented()];
  const first = holding(crowded, 8 * megabyte);
  // The first to come beyond the bound is refused, whichever of the two it is.
  const refused = await Promise.race([first, holding(crowded, 8 * megabyte)]);
  expect(refused).toMatch(/^HTTP\/1.1 503 /);
  expect(refused).toMatch(/\r\nretry-after: \d+\r\n/i);
  expect(refused).toContain('temporarily_unavailable');
  expect((await other.upload('documents', picture, { side: 'front' })).status).toBe(201);
});

it('a process has no room beyond its own, whoever asks; what was held is given back', async () => {
  const links = await Promise.all(Array.from({ length: 5 }, consented));
  const answers = await Promise.all(links.map((link) => holding(link, 9 * megabyte)));
  // Three fit in; they end as too large, the others found no room.
  const statuses = answers.map((answer) => answer.slice(9, 12)).sort();
  expect(statuses.filter((status) => status === '503').length).toBeGreaterThanOrEqual(2);
  expect(statuses.filter((status) => status === '413').length).toBeGreaterThanOrEqual(1);
  const [link] = links;
  await eventually('room', async () => {
    const { status } = (await link?.upload('documents', picture, { side: 'front' })) ?? {};
    return status === 201 ? true : undefined;
  });
});

it('a body that comes too slowly is cut off: 408', async () => {
  for (const [path, headers, first] of [
    ['/api/v1/sessions', { 'Content-Type': 'application/json', 'X-API-Key': api.liveKey }],
    [
      `${new URL((await consented()).url).pathname}/documents`,
      { 'Content-Type': 'multipart/form-data; boundary=b' },
      filePart,
    ],
  ] as const) {
    const { answer, lastedMs } = await sendWithoutEnd(api.url, {
      method: 'POST',
      path,
      headers,
      piece: Buffer.from(' '),
      pauseMs: 100,
      ...(first === undefined ? {} : { first }),
    });
    expect(answer).toMatch(/^HTTP\/1.1 408 /);
    expect(answer).toContain('body_too_slow');
    expect(lastedMs).toBeLessThan(10_000);
  }
});

it('a body that its sender abandons is forgotten', async () => {
  const link = await consented();
  for (let round = 0; round < 4; round += 1) {
    const given = new AbortController();
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(9 * megabyte)]));
    const sent = fetch(`${link.url}/documents`, {
      method: 'POST',
      body: form,
      signal: given.signal,
    });
    await Promise.race([sent.catch(() => undefined), after(50)]);
    given.abort();
    await sent.catch(() => undefined);
  }
  expect((await link.upload('documents', picture, { side: 'front' })).status).toBe(201);
});

it('a file of exactly 10 MB is taken; one byte more is not: 413', async () => {
  const link = await consented();
  // Behind the end of a picture decoders read nothing.
  const padded = (bytes: number) => Buffer.concat([picture, Buffer.alloc(bytes - picture.length)]);
  const most = await link.upload('documents', padded(10 * megabyte), { side: 'front' });
  expect(most.status).toBe(201);
  const more = await link.upload('documents', padded(10 * megabyte + 1), { side: 'front' });
  expect(more.body).toMatchObject({ status_code: 413, error: 'payload_too_large' });
});
