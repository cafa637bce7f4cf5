/** Wade–Giles of a pinyin syllable, its apostrophes and umlauts left out as on documents. */
export function wadeGiles(pinyin: string): string {
  const whole = wholes[pinyin];
  if (whole !== undefined) return whole;
  const [, initial = '', final = ''] =
    /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)(.*)$/.exec(pinyin) ?? [];
  return (initials[initial] ?? initial) + finalOf(initial, final);
}

/** Syllables that no rule of initial and final gives. */
const wholes: Readonly<Record<string, string>> = {
  zhi: 'chih', chi: 'chih', shi: 'shih', ri: 'jih', zi: 'tzu', ci: 'tzu', si: 'ssu', er: 'erh',
  yi: 'i', ye: 'yeh', yan: 'yen', you: 'yu', yong: 'yung', yu: 'yu', yue: 'yueh', yuan: 'yuan',
  ju: 'chu', qu: 'chu', xu: 'hsu', juan: 'chuan', quan: 'chuan', xuan: 'hsuan', jue: 'chueh',
  que: 'chueh', xue: 'hsueh', jun: 'chun', qun: 'chun', xun: 'hsun', ge: 'ko', ke: 'ko', he: 'ho',
  e: 'o', gui: 'kuei', kui: 'kuei',
}; // prettier-ignore

const initials: Readonly<Record<string, string>> = {
  b: 'p', d: 't', g: 'k', j: 'ch', q: 'ch', x: 'hs', zh: 'ch', r: 'j', z: 'ts', c: 'ts',
}; // prettier-ignore

function finalOf(initial: string, final: string): string {
  if (final === 'ong') return 'ung';
  if (final === 'iong') return 'iung';
  if (final === 'ian') return 'ien';
  if (final === 'ie') return 'ieh';
  if (final === 'iu') return 'iu';
  if (final === 'uo') return ['g', 'k', 'h', 'sh'].includes(initial) ? 'uo' : 'o';
  return final;
}
