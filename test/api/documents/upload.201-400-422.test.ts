import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { file, text, type Answer } from '../../processes/api-caller';
import { eventually } from '../../processes/running-process';
import { startApi, type RunningApi } from '../running-api';
import { hundredMegapixels, html, noisePicture, svg } from './pictures';
import { stored } from './stored';

let api: RunningApi;
let picture: Buffer;
let faces = 1;
beforeAll(async () => {
  picture = await noisePicture(1);
  api = await startApi({ worker: true, deps: { countFaces: () => Promise.resolve(faces) } });
});
beforeEach(() => {
  faces = 1;
});
afterAll(() => api.stop());

function upload(
  id: string,
  bytes: Buffer,
  type = 'id_front',
  name = 'document.jpg',
): Promise<Answer> {
  const form = file(bytes, name, { document_type: type });
  return api.ask('POST', `/api/v1/sessions/${id}/documents`, { form });
}

it('201: the first upload moves a pending session to capturing; what is stored is not the picture', async () => {
  const id = await api.create();
  const answer = await upload(id, picture);
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({
    session_id: id,
    doc_type: 'id_front',
    mime_type: 'image/jpeg',
    size_bytes: picture.length,
    width: 640,
    height: 480,
    hints: { no_face: false, too_small: true, retake: true },
  });
  expect((await api.ask('GET', `/api/v1/sessions/${id}`)).body['status']).toBe('capturing');
  const row = await api.db
    .selectFrom('documents')
    .selectAll()
    .where('doc_type', '=', 'id_front')
    .executeTakeFirstOrThrow();
  const ciphertext = await buffer(await api.objects.get(row.object_key));
  expect(ciphertext.includes(picture.subarray(0, 64))).toBe(false);
});

describe('refused with a reason, and nothing is stored or moved', () => {
  it.each([
    ['a JPEG that is cut off', () => picture.subarray(0, picture.length / 2), 422, 'invalid_image'],
    [
      'one byte more than 10 MB',
      () => Buffer.alloc(10 * 1024 * 1024 + 1, picture),
      413,
      'payload_too_large',
    ],
    ['10.1 MB', () => Buffer.alloc(10.1 * 1024 * 1024, picture), 413, 'payload_too_large'],
    ['100 megapixels', hundredMegapixels, 422, 'image_too_large'],
    ['SVG named .jpg', () => svg, 415, 'unsupported_file_type'],
    ['HTML named .jpg', () => html, 415, 'unsupported_file_type'],
  ])('%s', async (_name, bytes, status, error) => {
    const id = await api.create();
    const answer = await upload(id, bytes());
    expect(answer.body).toMatchObject({ status_code: status, error });
    expect(await stored(api, id)).toEqual({ rows: 0, objects: 0 });
    expect((await api.ask('GET', `/api/v1/sessions/${id}`)).body['status']).toBe('pending');
  });

  it('a selfie below 480 px on its short side, or with another count of faces than one', async () => {
    const id = await api.create();
    const small = await noisePicture(2, 640, 479);
    expect((await upload(id, small, 'selfie')).body).toMatchObject({ error: 'image_too_small' });
    for (faces of [0, 2]) {
      expect((await upload(id, picture, 'selfie')).body).toMatchObject({
        status_code: 422,
        error: 'face_count',
      });
    }
    expect(await stored(api, id)).toEqual({ rows: 0, objects: 0 });
  });

  it('wrong part names, no file, two files: 422 that names the part', async () => {
    const id = await api.create();
    const path = `/api/v1/sessions/${id}/documents`;
    const field = async (form: FormData): Promise<unknown> => {
      const answer = await api.ask('POST', path, { form });
      expect(answer.status).toBe(422);
      return answer.body['errors'];
    };
    const named = new FormData();
    named.append('document_type', 'id_front');
    named.append('picture', new Blob([new Uint8Array(picture)]), 'a.jpg');
    expect(await field(named)).toMatchObject([{ field: 'file', code: 'required' }]);
    const told = await api.ask('POST', path, { form: named });
    expect(told.headers.get('verifa-ignored-fields')).toBe('picture');
    const empty = new FormData();
    empty.append('document_type', 'id_front');
    expect(await field(empty)).toMatchObject([{ field: 'file', code: 'required' }]);
    const twice = file(picture, 'a.jpg', { document_type: 'id_front' });
    twice.append('file', new Blob([new Uint8Array(picture)]), 'b.jpg');
    expect(await field(twice)).toMatchObject([{ field: 'file', code: 'too_many' }]);
    expect(await field(file(picture, 'a.jpg'))).toMatchObject([{ field: 'document_type' }]);
    expect(await field(file(picture, 'a.jpg', { document_type: 'x' }))).toMatchObject([
      { field: 'document_type' },
    ]);
    expect(await stored(api, id)).toEqual({ rows: 0, objects: 0 });
  });

  it('no multipart body: 415; a body that ends inside its file: 400', async () => {
    const id = await api.create();
    const path = `/api/v1/sessions/${id}/documents`;
    expect((await api.ask('POST', path, { json: {} })).body).toMatchObject({
      error: 'unsupported_media_type',
    });
    const cut = await fetch(`${api.url}${path}`, {
      method: 'POST',
      headers: { 'X-API-Key': api.liveKey, 'Content-Type': 'multipart/form-data; boundary=b' },
      body: '--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nabc',
    });
    expect(cut.status).toBe(400);
    expect(await stored(api, id)).toEqual({ rows: 0, objects: 0 });
  });

  it('a body that is wrong in its parts and at its end too: 400, and the service goes on', async () => {
    const id = await api.create();
    for (const type of ['id_front', 'selfie']) {
      const wrong = await fetch(`${api.url}/api/v1/sessions/${id}/documents`, {
        method: 'POST',
        headers: { 'X-API-Key': api.liveKey, 'Content-Type': 'multipart/form-data; boundary=b' },
        body:
          `--b\r\nContent-Disposition: form-data; name="${type}\0"\r\n\r\nabc\r\n` +
          '--b\r\nContent-Disposition: form-data; name="\0"\r\n\r\n{',
      });
      expect(wrong.status).toBe(400);
    }
    expect((await upload(id, picture)).status).toBe(201);
  });

  it('a session that is over: 409 with its status', async () => {
    const id = await api.create();
    await api.ask('POST', `/api/v1/sessions/${id}/expire`);
    expect((await upload(id, picture)).body).toMatchObject({
      status_code: 409,
      error: 'invalid_state',
      status: 'expired',
    });
    expect(await stored(api, id)).toEqual({ rows: 0, objects: 0 });
  });
});

it('a client that breaks off in the middle leaves nothing', async () => {
  const id = await api.create();
  const { hostname, port } = new URL(api.url);
  const socket = connect(Number(port), hostname);
  const head =
    '--b\r\nContent-Disposition: form-data; name="document_type"\r\n\r\nid_front\r\n' +
    '--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n';
  socket.write(
    `POST /api/v1/sessions/${id}/documents HTTP/1.1\r\nHost: a\r\nX-API-Key: ${api.liveKey}\r\n` +
      `Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 500000\r\n\r\n${head}`,
  );
  await new Promise((resolve) => socket.write(picture.subarray(0, 1000), resolve));
  socket.destroy();
  await eventually('the request has ended', () =>
    Promise.resolve(api.log().includes('"aborted":true') ? true : undefined),
  );
  expect(await stored(api, id)).toEqual({ rows: 0, objects: 0 });
  expect((await api.ask('GET', `/api/v1/sessions/${id}`)).body['status']).toBe('pending');
});

it('an object whose row cannot be written is deleted again', async () => {
  const id = await api.create();
  await upload(id, picture);
  const other = await noisePicture(3);
  // The session ends between the encryption and the row: only the lock can see it.
  const put = api.objects.put.bind(api.objects);
  jest.spyOn(api.objects, 'put').mockImplementationOnce(async (key, body) => {
    await put(key, body);
    await api.ask('POST', `/api/v1/sessions/${id}/expire`);
  });
  expect((await upload(id, other)).body).toMatchObject({ error: 'invalid_state' });
  expect(await stored(api, id)).toEqual({ rows: 1, objects: 1 });
});

it('the same content again is the stored document; another replaces it and both are kept', async () => {
  const id = await api.create();
  const first = await upload(id, picture);
  const again = await upload(id, picture);
  expect(again.body).toEqual(first.body);
  expect(await stored(api, id)).toEqual({ rows: 1, objects: 1 });
  const second = await upload(id, await noisePicture(4));
  expect(second.body['id']).not.toBe(first.body['id']);
  expect(await stored(api, id)).toEqual({ rows: 2, objects: 2 });
  const listed = await api.ask('GET', `/api/v1/sessions/${id}/documents`);
  expect(listed.body['data']).toMatchObject([{ id: second.body['id'], doc_type: 'id_front' }]);
});

it('two uploads of the same content at once are one document', async () => {
  const id = await api.create();
  const answers = await Promise.all([upload(id, picture), upload(id, picture)]);
  expect(answers.map((answer) => answer.status)).toEqual([201, 201]);
  expect(new Set(answers.map((answer) => text(answer.body, 'id'))).size).toBe(1);
  expect(await stored(api, id)).toEqual({ rows: 1, objects: 1 });
});

it('at most 40 files a capture: 429', async () => {
  const id = await api.create();
  await upload(id, picture);
  const row = await api.db
    .selectFrom('documents')
    .selectAll()
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow();
  const { hints: _hints, ...copied } = row;
  await api.db
    .insertInto('documents')
    .values(
      Array.from({ length: 39 }, (_, index) => ({
        ...copied,
        id: `${row.id}${String(index)}` as const,
        superseded_at: new Date(),
        hints: null,
      })),
    )
    .execute();
  const refused = await upload(id, await noisePicture(5));
  expect(refused.body).toMatchObject({ status_code: 429, error: 'too_many_attempts' });
  expect((await upload(id, picture)).status).toBe(201);
});
