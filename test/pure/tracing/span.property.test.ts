import fc from 'fast-check';
import { safeAttributes, safeName, spanIdOf } from '../../../shared/domain/tracing/span';

test('an attribute that has another form than an id, a code or a route is left out', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ unit: 'grapheme' }), (one, other) => {
      const kept = safeAttributes({ 'http.route': one, 'error.type': other });
      for (const value of Object.values(kept)) expect(value).toMatch(/^[A-Za-z0-9_.:/{}*-]+$/);
    }),
  );
});

test.each([
  'Ada Lovelace',
  'ada@example.org',
  'Zoë',
  '+31612345678',
  '"quoted"',
  'x'.repeat(129),
  '',
])('%p stands in no attribute and in no name', (value) => {
  expect(safeAttributes({ 'error.type': value })).toEqual({});
  expect(safeName(`deliver ${value}@`)).toBe('unnamed');
});

test('what spans tell of themselves comes through', () => {
  const told = {
    'http.route': '/api/v1/sessions/:id',
    'http.response.status_code': 202,
    'verifa.check': 'face_match',
    'temporal.workflow.id': 'ses_01m8nxzftgd5ytvm1bvymrgdcq',
    'error.type': 'temporarily_unavailable',
  } as const;
  expect(safeAttributes(told)).toEqual(told);
  expect(safeName('POST /verify/:token/complete')).toBe('POST /verify/:token/complete');
});

test('a span of the same has the same id, one of something else another; each is one of W3C', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(spanIdOf(one)).toMatch(/^[0-9a-f]{16}$/);
      expect(spanIdOf(one)).not.toMatch(/^0*$/);
      expect(spanIdOf(one) === spanIdOf(other)).toBe(one === other);
    }),
  );
});
