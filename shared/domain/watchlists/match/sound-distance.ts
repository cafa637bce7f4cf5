const vowels = 'aeiou';

/** Sounds that romanisations take for each other, and what it costs: 0 nothing, 1 quite another letter. */
const near: Readonly<Record<string, number>> = costs(
  `ae.6 ei.5 ou.4 ao.7 iu1 eo.9 ai.9 au1 eu1
   iy.1 Jy.2 Jj.1 Jg.25 Jc.3 Jh.3 Jr.4 Ji.25 jz.2 j$.35 js.4 jc.25 jg.3 jr.4
   c$.25 cq.3 c4.3 c5.25 ck.4 s$.3 sz.25 s4.25 s5.2 z4.25 z5.3 sx.25 x$.15 xh.3 xk.3 cs.4 4$.4 45.15 t4.4
   td.35 ts.4 tc.5 dz.4 kg.35 kq.1 kh.35 k5.1 gq.2 gh.35 hq.4 bp.35 vf.2 vb.3 vu.3 fp.4 lr.5 mn.5 5$.4
   z$.3 zc.4`,
);

function costs(text: string): Readonly<Record<string, number>> {
  const table: Record<string, number> = {};
  for (const pair of text.split(/\s+/)) {
    const [a = '', b = ''] = pair;
    const cost = Number(pair.slice(2));
    table[a + b] = cost;
    table[b + a] = cost;
  }
  return table;
}

function replacing(a: string, b: string): number {
  return a === b ? 0 : (near[a + b] ?? 1);
}

/** Glides and H come and go between romanisations, vowels less so. */
function leavingOut(sound: string): number {
  if (sound === 'y') return 0.15;
  if (sound === 'h') return 0.35;
  if (sound === 'J') return 0.5;
  return vowels.includes(sound) ? 0.8 : 0.9;
}

const exchanging = 0.8;

/** The cheapest way from one word's sounds to the other's (Damerau–Levenshtein, restricted, weighted). */
export function soundDistance(a: string, b: string): number {
  if (a === b) return 0;
  let before: number[] = [];
  let last: number[] = [0];
  for (let j = 1; j <= b.length; j += 1)
    last.push((last[j - 1] ?? 0) + leavingOut(b.charAt(j - 1)));
  for (let i = 1; i <= a.length; i += 1) {
    const mine = a.charAt(i - 1);
    const row = [(last[0] ?? 0) + leavingOut(mine)];
    for (let j = 1; j <= b.length; j += 1) {
      const theirs = b.charAt(j - 1);
      let cost = Math.min(
        (last[j - 1] ?? 0) + replacing(mine, theirs),
        (last[j] ?? 0) + leavingOut(mine),
        (row[j - 1] ?? 0) + leavingOut(theirs),
      );
      if (i > 1 && j > 1 && mine === b.charAt(j - 2) && theirs === a.charAt(i - 2)) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + exchanging);
      }
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
