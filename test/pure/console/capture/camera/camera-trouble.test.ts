import {
  mayAskAgain,
  troubleBefore,
  troubleOfError,
} from '../../../../../services/console/capture/camera/camera-trouble';

it.each([
  ['NotAllowedError', 'denied'],
  ['SecurityError', 'denied'],
  ['NotFoundError', 'none'],
  ['OverconstrainedError', 'none'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
  ['TypeError', 'failed'],
  ['', 'failed'],
])('tells %s as %s', (name, trouble) => {
  expect(troubleOfError(name)).toBe(trouble);
});

it('knows before asking that an embedding page or a browser has no camera to give', () => {
  expect(troubleBefore({ hasApi: true, isForbidden: true })).toBe('embedder_forbids');
  expect(troubleBefore({ hasApi: false, isForbidden: true })).toBe('embedder_forbids');
  expect(troubleBefore({ hasApi: false, isForbidden: false })).toBe('no_api');
  expect(troubleBefore({ hasApi: true, isForbidden: false })).toBeNull();
});

it('offers another try only where one can help', () => {
  expect(mayAskAgain('embedder_forbids')).toBe(false);
  expect(mayAskAgain('no_api')).toBe(false);
  for (const trouble of ['denied', 'none', 'busy', 'slow', 'stopped', 'failed'] as const) {
    expect(mayAskAgain(trouble)).toBe(true);
  }
});
