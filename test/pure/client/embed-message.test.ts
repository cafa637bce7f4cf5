import fc from 'fast-check';
import { embeddedUrl, readMessage } from '../../../services/client/embed/message';

const silent = {
  sessionId: null,
  status: null,
  step: null,
  code: null,
  height: null,
};

it.each(['ready', 'step', 'resize', 'complete', 'expired', 'error', 'close'])(
  'reads %s',
  (type) => {
    expect(readMessage({ source: 'verifa', type })).toEqual({ type, ...silent });
  },
);

it('reads what a message carries', () => {
  const said = { session_id: 'ses_1', status: 'submitted', step: 'selfie', code: 'x', height: 700 };
  expect(readMessage({ source: 'verifa', type: 'step', ...said })).toEqual({
    type: 'step',
    sessionId: 'ses_1',
    status: 'submitted',
    step: 'selfie',
    code: 'x',
    height: 700,
  });
});

it('whatever is posted, it is a message of the page or null, and of its own form', () => {
  const anything = fc.oneof(
    fc.anything(),
    fc.record({ source: fc.constant('verifa'), type: fc.anything(), height: fc.anything() }),
    fc.record({ source: fc.constant('verifa'), type: fc.constant('step'), step: fc.anything() }),
  );
  fc.assert(
    fc.property(anything, (data) => {
      const message = readMessage(data);
      if (message === null) return;
      for (const name of ['sessionId', 'status', 'step', 'code'] as const) {
        expect([null, 'string']).toContain(message[name] === null ? null : typeof message[name]);
      }
      expect(message.height ?? 1).toBeGreaterThan(0);
    }),
  );
});

it.each([
  [null],
  ['ready'],
  [{ type: 'ready' }],
  [{ source: 'other', type: 'ready' }],
  [{ source: 'verifa', type: 'hello' }],
  [{ source: 'verifa', type: 'toString' }],
  [['verifa', 'ready']],
])('%j is not the page speaking', (data) => {
  expect(readMessage(data)).toBeNull();
});

it.each([[0], [-1], [Number.NaN], [Number.POSITIVE_INFINITY], ['700'], [1e9]])(
  'a height of %p is none',
  (height) => {
    expect(readMessage({ source: 'verifa', type: 'resize', height })?.height).toBeNull();
  },
);

it('the page is asked for as embedded, and keeps its language', () => {
  expect(embeddedUrl('https://id.example/verify/abc?lang=ar').href).toBe(
    'https://id.example/verify/abc?lang=ar&embed=1',
  );
});

it.each(['javascript:alert(1)', 'data:text/html,x', 'blob:https://a.example/x', '/verify/abc', ''])(
  '%j is refused: it would run in the page that embeds',
  (url) => {
    expect(() => embeddedUrl(url)).toThrow(TypeError);
  },
);
