import fc from 'fast-check';
import {
  extensionsLeft,
  extensionsPerCapture,
  type Extending,
} from '../../../shared/domain/capture/extension';
import { captureRules } from '../../../shared/domain/capture/capture-rules';
import { filesRules } from '../../../shared/domain/graph/definition';
import { handoffRules } from '../../../shared/domain/organization/handoff-rule';

const now = new Date('2026-06-01T12:00:00Z');
const inTime: Extending = {
  settings: {},
  extensions: 0,
  expiresAt: new Date(now.getTime() + 1),
  now,
};

it('more time is there twice a capture, unless the organisation forbids it', () => {
  const left = [0, 1, 2, 3].map((extensions) => extensionsLeft({ ...inTime, extensions }));
  expect(left).toEqual([2, 1, 0, 0]);
  expect(extensionsLeft({ ...inTime, settings: { allow_extend: true } })).toBe(2);
  expect(extensionsLeft({ ...inTime, settings: { allow_extend: false } })).toBe(0);
});

it('a link that has run out gets no more time, however rarely it was asked for', () => {
  fc.assert(
    fc.property(fc.nat(1e9), fc.nat(extensionsPerCapture), (agoMs, extensions) => {
      const expiresAt = new Date(now.getTime() - agoMs);
      expect(extensionsLeft({ ...inTime, extensions, expiresAt })).toBe(0);
    }),
  );
});

const said = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });

it("of handing off the workflow's word counts before the organisation's, which counts before the default", () => {
  fc.assert(
    fc.property(
      said(handoffRules),
      said(handoffRules),
      said(filesRules),
      (workflows, organisations, files) => {
        const capture = {
          ...(workflows === undefined ? {} : { handoff: workflows }),
          ...(files === undefined ? {} : { files }),
        };
        const settings = organisations === undefined ? {} : { handoff: organisations };
        expect(captureRules({ capture }, settings)).toEqual({
          handoff: workflows ?? organisations ?? 'offer',
          files: files ?? 'allowed',
        });
      },
    ),
  );
  expect(captureRules({}, {})).toEqual({ handoff: 'offer', files: 'allowed' });
});
