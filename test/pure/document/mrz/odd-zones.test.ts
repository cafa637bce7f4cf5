import { judgeReading } from '../../../../activities/checks/engines/document/judge-reading';
import { chooseMrz } from '../../../../activities/checks/engines/document/mrz/choose-mrz';
import { holdsFrenchCard } from '../../../../activities/checks/engines/document/mrz/french-card';
import {
  allCheckDigitsRight,
  parseMrz,
} from '../../../../activities/checks/engines/document/mrz/parse-mrz';

const today = '2026-11-28';

function seen(text: string): { readonly text: string; readonly certainties: readonly number[] } {
  return { text, certainties: Array.from(text, () => 1) };
}

describe("France's card of 1988–2021", () => {
  const upper = 'IDFRALEROUX<<<<<<<<<<<<<<<<<<<751059';
  const lower = '1306753007509CLEMENCE<<MARI8006156F3';

  it('is known by its two lines, one after the other, wherever they stand', () => {
    expect(holdsFrenchCard([upper, lower])).toBe(true);
    expect(holdsFrenchCard(['REPUBLIQUE', upper, lower])).toBe(true);
    expect(holdsFrenchCard([lower, upper])).toBe(false);
    expect(holdsFrenchCard([upper, 'REPUBLIQUE', lower])).toBe(false);
  });

  it('is not taken for a TD2 of France, nor a TD2 for it', () => {
    const td2 = 'I<FRALEROUX<<CLEMENCE<<<<<<<<<<<<<<<';
    expect(holdsFrenchCard([td2, '1306753000FRA8006156F3105054<<<<<<<8'])).toBe(false);
    const read = chooseMrz([seen(upper), seen(lower)], today);
    expect(read !== undefined && allCheckDigitsRight(read.checkDigits)).toBe(false);
  });

  it('is a format that is not supported, and no bad picture', () => {
    const engine = { engine: 'e', engineVersion: '1' };
    expect(judgeReading({ kind: 'unsupported', side: 'front' }, engine)).toMatchObject({
      status: 'failed',
      reasons: ['format_not_supported'],
    });
  });
});

describe('a zone without two fillers in a row', () => {
  const name = 'ABEYWICKRAMASINGHEARACHCHIGEDONKARUNATH';
  const upper = `P<LKA${name}`;
  const lower = 'N123456785LKA9003107F31030941990031012345640';

  it('is told by its check digits', () => {
    expect(chooseMrz([seen(upper), seen(lower)], today)).toMatchObject({
      format: 'TD3',
      lines: [upper, lower],
      fields: { last_name: name, first_name: '' },
    });
  });

  it('and without right ones is not taken for one', () => {
    const wrong = lower.replace('N123456785', 'N123456784');
    expect(chooseMrz([seen(upper), seen(wrong)], today)).toBeUndefined();
  });
});

it.each([
  ['RP', 'residence_permit'],
  ['IR', 'residence_permit'],
  ['AR', 'residence_permit'],
  ['CR', 'residence_permit'],
  ['ID', 'national_id'],
  ['V<', 'other'],
])('a TD1 of code %s is of type %s', (code, type) => {
  const lines = [
    `${code}ESTB12345678<<<<<<<<<<<<<<<<`,
    '9003107F3103094EST<<<<<<<<<<<0',
    'TAMM<<LIISA<<<<<<<<<<<<<<<<<<<',
  ];
  expect(parseMrz(lines, today)?.fields.document_type).toBe(type);
});
