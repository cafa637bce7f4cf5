import fc from 'fast-check';
import {
  chooseScreen,
  firstPlace,
  isScreenDone,
  pieceScreens,
  type Known,
  type Place,
} from '../../../../services/console/capture/flow/choose-screen';
import {
  isCaptureScreen,
  screenKey,
  type Screen,
} from '../../../../services/console/capture/flow/screen';
import { openedByStepBack } from '../../../../services/console/capture/flow/step-back';
import { progressOf } from '../../../../services/console/capture/flow/progress';
import {
  readCaptureState,
  type CaptureState,
  type LiveState,
} from '../../../../services/console/capture/server/capture-state';
import { askablePieces } from '../../../../shared/domain/capture/asked-pieces';
import { errorCatalogue } from '../../../../shared/domain/errors/catalogue';
import { sessionStatuses } from '../../../../shared/domain/lifecycle/state';

const piece = fc.record({
  piece: fc.oneof(
    fc.constantFrom(...askablePieces),
    fc.constantFrom('user_info.first_name', 'user_info.email', 'iris_scan'),
  ),
  done: fc.boolean(),
});

const liveAnswer = fc.record({
  session_id: fc.constant('ses_1'),
  status: fc.constantFrom('pending', 'capturing'),
  seconds_left: fc.nat(1_200),
  consent_given: fc.boolean(),
  required: fc.array(piece, { maxLength: 9 }),
  asked_again: fc.array(
    fc.record({ piece: fc.constantFrom(...askablePieces), message: fc.constant(null) }),
    { maxLength: 3 },
  ),
});

const closedAnswer = fc.record({
  session_id: fc.constant('ses_1'),
  status: fc.oneof(fc.constantFrom(...sessionStatuses), fc.constant('a_status_of_tomorrow')),
  outcome: fc.constantFrom('approved', 'rejected', undefined),
  organization: fc.record({ name: fc.constant('Shop'), show_result: fc.boolean() }),
});

const handedOffAnswer = fc.record({
  session_id: fc.constant('ses_1'),
  status: fc.constant('capturing'),
  handed_off: fc.constant(true),
  seconds_left: fc.nat(1_200),
});

const state = fc.oneof(liveAnswer, closedAnswer, handedOffAnswer).map((answer) => read(answer));

const live = liveAnswer.map((answer) => {
  const found = read(answer);
  if (found.kind !== 'live') throw new Error('is not live');
  return found;
});

const screen: fc.Arbitrary<Screen> = fc.constantFrom<Screen>(
  { name: 'start' },
  { name: 'asked_again' },
  { name: 'document_choice' },
  { name: 'document', side: 'front' },
  { name: 'document', side: 'back' },
  { name: 'selfie' },
  { name: 'liveness' },
  { name: 'user_info' },
  { name: 'proof_of_address' },
  { name: 'review' },
);

const place: fc.Arbitrary<Place> = fc.record({
  begun: fc.boolean(),
  refused: fc.boolean(),
  timeOver: fc.boolean(),
  opened: fc.option(screen, { nil: null }),
});

const known: fc.Arbitrary<Known> = fc.oneof(
  fc.constant<Known>({ kind: 'loading' }),
  state.map((one): Known => ({ kind: 'state', state: one })),
  fc
    .constantFrom(...Object.keys(errorCatalogue), 'offline', 'unknown', 'a_code_of_tomorrow')
    .map((code): Known => ({ kind: 'refused', code })),
);

const begun: Place = { ...firstPlace, begun: true };

test('every state of a link, known or not, and every place in it lead to exactly one screen', () => {
  fc.assert(
    fc.property(known, place, (one, at) => {
      const chosen = chooseScreen(one, at);
      expect(screenKey(chosen)).not.toBe('');
      expect(chosen).toEqual(chooseScreen(one, at));
      if (one.kind !== 'state' || one.state.kind !== 'live') {
        expect(isCaptureScreen(chosen)).toBe(false);
      }
    }),
  );
});

test('before consent nothing is captured, whatever was opened', () => {
  fc.assert(
    fc.property(live, place, (one, at) => {
      const chosen = chooseScreen(stateKnown({ ...one, consentGiven: false }), at);
      expect(['start', 'asked_again', 'consent', 'consent_refused']).toContain(chosen.name);
    }),
  );
});

test('whoever comes back finds the first piece that is missing, and the overview when none is', () => {
  fc.assert(
    fc.property(live, (one) => {
      const agreed: LiveState = { ...one, consentGiven: true };
      const chosen = chooseScreen(stateKnown(agreed), begun);
      const missing = agreed.required.find(({ done }) => !done);
      if (missing === undefined) expect(chosen).toEqual({ name: 'review' });
      else if (missing.piece === 'iris_scan') expect(chosen.name).toBe('trouble');
      else expect(isScreenDone(agreed, chosen)).toBe(false);
    }),
  );
});

test('a piece that the page does not know is never passed over as done', () => {
  const one = liveOf({ required: [{ piece: 'iris_scan', done: false }] });
  expect(chooseScreen(stateKnown(one), begun)).toEqual({ name: 'trouble', code: 'piece_unknown' });
});

test('a step back never opens a piece that the session does not ask for', () => {
  const keys = ['start', 'consent', 'document_back', 'selfie', 'user_info', 'review', 'nonsense'];
  fc.assert(
    fc.property(live, fc.constantFrom(...keys), (one, key) => {
      const agreed: LiveState = { ...one, consentGiven: true };
      const opened = openedByStepBack(agreed, key);
      const chosen = chooseScreen(stateKnown(agreed), { ...begun, opened });
      const isAsked = pieceScreens(agreed).some((own) => screenKey(own) === screenKey(chosen));
      expect(isAsked || ['start', 'asked_again', 'review', 'trouble'].includes(chosen.name)).toBe(
        true,
      );
    }),
  );
});

test('a step back to a picture that is taken shows it in the overview, and a form opens again', () => {
  const one = liveOf({
    required: [
      { piece: 'document_type', done: true },
      { piece: 'id_front', done: true },
      { piece: 'selfie', done: false },
    ],
  });
  expect(openedByStepBack(one, 'document_front')).toEqual({ name: 'review' });
  expect(openedByStepBack(one, 'document_choice')).toEqual({ name: 'document_choice' });
  expect(openedByStepBack(one, 'selfie')).toBeNull();
});

test('how it ended is shown only where the organisation says so', () => {
  fc.assert(
    fc.property(closedAnswer, (answer) => {
      const one = read(answer);
      const chosen = chooseScreen({ kind: 'state', state: one }, firstPlace);
      if (chosen.name !== 'end' || one.organization.showResult) return;
      expect(['approved', 'rejected']).not.toContain(chosen.ending);
    }),
  );
});

test('what a reviewer asks for again is named before anything is taken, and once', () => {
  const asked = {
    asked_again: [{ piece: 'selfie' }],
    required: [{ piece: 'selfie', done: false }],
  };
  const one = liveOf(asked);
  expect(chooseScreen(stateKnown(one), firstPlace)).toEqual({ name: 'asked_again' });
  expect(chooseScreen(stateKnown(one), begun)).toEqual({ name: 'selfie' });
});

test('a link that is over while its page is open tells of the time, and another one of the link', () => {
  const gone: Known = { kind: 'refused', code: 'token_unavailable' };
  expect(chooseScreen(gone, { ...begun, timeOver: true })).toEqual({ name: 'time_over' });
  expect(chooseScreen(gone, begun)).toEqual({ name: 'gone' });
  expect(chooseScreen({ kind: 'refused', code: 'link_in_use' }, begun)).toEqual({ name: 'in_use' });
});

test('progress counts every screen of a session once, and no screen beyond the last', () => {
  fc.assert(
    fc.property(live, (one) => {
      const agreed: LiveState = { ...one, consentGiven: true };
      const steps = pieceScreens(agreed).map((own) => progressOf(agreed, own));
      const numbers = steps.map((progress) => progress?.step);
      expect(new Set(numbers).size).toBe(numbers.length);
      for (const progress of steps) expect(progress?.step).toBeLessThan(progress?.of ?? 0);
    }),
  );
});

test('an answer that is no state at all is told from one', () => {
  for (const body of [null, [], 'gateway timeout', { error: 'x' }]) {
    expect(readCaptureState(body)).toBeNull();
  }
});

function read(answer: unknown): CaptureState {
  const found = readCaptureState(answer);
  if (found === null) throw new Error('is no state');
  return found;
}

function stateKnown(one: CaptureState): Known {
  return { kind: 'state', state: one };
}

function liveOf(members: Readonly<Record<string, unknown>>): LiveState {
  const found = read({
    ...{ session_id: 'ses_1', status: 'capturing', seconds_left: 600, consent_given: true },
    ...members,
  });
  if (found.kind !== 'live') throw new Error('is not live');
  return found;
}
