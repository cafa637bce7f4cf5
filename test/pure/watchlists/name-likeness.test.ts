import fc from 'fast-check';
import { comparedName, nameLikeness } from '../../../shared/domain/watchlists/match/name-likeness';
import {
  calibratedScore,
  scoreCalibration,
} from '../../../shared/domain/watchlists/match/score-calibration';
import { soundDistance } from '../../../shared/domain/watchlists/match/sound-distance';
import { soundsOf } from '../../../shared/domain/watchlists/match/sounds';

const nobody = (): number => 0;
const likeness = (
  asked: string,
  listed: string,
  bearers: (word: string) => number = nobody,
): number => nameLikeness(comparedName(asked, false), comparedName(listed, false), bearers);
const score = (asked: string, listed: string): number => calibratedScore(likeness(asked, listed));

const word = fc.stringMatching(/^[A-Z]{2,10}$/);
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

test.each([
  ['IURII SHCHERBAKOV', 'YURIY SHCHERBAKOV'],
  ['ALEKSEI MOROZOV', 'ALEXEY MOROZOV'],
  ['SERGEI TIMCHUK', 'SERHII TYMCHUK'],
  ['YEVGENY ORLOV', 'EVGENIY ORLOV'],
  ['EVGENII IAKOVLEV', 'YEVGENY YAKOVLEV'],
  ['IULIIA IUREVA', 'YULIA YURIEVA'],
  ['SERHII HNATIUK', 'SERGEY GNATYUK'],
  ['ABDULRAHMAN ALFARUQI', 'ABD AL RAHMAN AL FARUQI'],
  ['HUSSEIN JAFARI', 'HUSAYN JAAFARI'],
  ['MOHAMED ALHARBI', 'MUHAMMAD AL HARBI'],
  ['MUHAMMAD YOUSEF QASEMI', 'MOHAMMED YUSUF QASIMI'],
  ['JON SMYTH', 'JOHN SMITH'],
  ['HSIAOMING CHANG', 'XIAOMING ZHANG'],
])('%s is found as %s at the default threshold', (asked, listed) => {
  expect(score(asked, listed)).toBeGreaterThanOrEqual(0.6);
});

// At 0.6 it costs as many strangers as are found: a person has to wish for it.
test('JEONGEUN KIM is found as CHONG UN KIM at the loosest threshold that rates are measured at', () => {
  expect(score('JEONGEUN KIM', 'CHONG UN KIM')).toBeGreaterThanOrEqual(0.5);
});

test.each([
  ['AHMED HASSAN', 'AHMED MAHMOUD'],
  ['JOHN SMITH', 'JANE SMITH'],
  ['PETER MILLER', 'PAUL MILLER'],
  ['SOLENAME', 'HASSAN SOLENAME'],
  ['MARIA GARCIA LOPEZ', 'MARIA FERNANDEZ RUIZ'],
])('%s is not %s', (asked, listed) => {
  expect(score(asked, listed)).toBeLessThan(0.6);
});

test('a word that many listed people bear is less likely a misspelling than one that nobody does', () => {
  const known = (bearer: string): number => (bearer === 'HAMED' ? 500 : 0);
  expect(likeness('HAMED TASNIDI', 'AHMED TASNIDI', known)).toBeLessThan(
    likeness('HAMED TASNIDI', 'AHMED TASNIDI'),
  );
});

test('one wrong letter is likelier a slip than two others are, where nobody on a list has the word', () => {
  const slip = likeness('KEVIM GREAN', 'KEVIN GREEN');
  expect(slip).toBeGreaterThan(likeness('KEVIN KRAAN', 'KEVIN GREEN'));
  expect(calibratedScore(slip)).toBeGreaterThanOrEqual(0.6);
  expect(score('ANDREAS VINKMAN', 'ANDREAS FANGEN')).toBeLessThan(0.6);
});

test('the same words are the same name, in whatever order, and nothing is more alike than that', () => {
  fc.assert(
    fc.property(name, name, (one, other) => {
      expect(likeness(one, one)).toBe(1);
      expect(likeness(one.split(' ').reverse().join(' '), one)).toBe(1);
      const alike = likeness(one, other);
      expect(alike).toBeGreaterThanOrEqual(0);
      expect(alike).toBeLessThanOrEqual(1);
    }),
  );
});

test('sounds are as far from each other one way as the other, and none from themselves', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      const [one, other] = [soundsOf(a), soundsOf(b)];
      expect(soundDistance(one, other)).toBeCloseTo(soundDistance(other, one), 9);
      expect(soundDistance(one, one)).toBe(0);
      expect(soundDistance(one, other)).toBeLessThanOrEqual(one.length + other.length);
    }),
  );
});

test('the calibrated score is monotone, its anchors exact, 1 for 1 and 0 for 0', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(share, share, (a, b) => {
      expect(calibratedScore(Math.min(a, b))).toBeLessThanOrEqual(calibratedScore(Math.max(a, b)));
    }),
  );
  for (const { likeness: raw, score: value } of scoreCalibration.anchors) {
    expect(calibratedScore(raw)).toBeCloseTo(value, 9);
  }
  expect([calibratedScore(0), calibratedScore(1)]).toEqual([0, 1]);
});
