/**
 * ICAO 9303-3 §6 C, by code point: `X` begins what Latin has no letter for. Vowel marks are optional and
 * left out; shadda doubles. A passport's zone has this only where its state transliterates; most copy the
 * holder's own Latin spelling, which no table leads to.
 */
const table = `
  621:XE 622:XAA 623:XAE 624:XW 625:I 626:XI 627:A 628:B 62A:T 62B:XTH 62C:J 62D:XH 62E:XKH 62F:D
  630:XDH 631:R 632:Z 633:S 634:XSH 635:XSS 636:XDZ 637:XTT 638:XZZ 639:E 63A:G 641:F 642:Q 643:K
  644:L 645:M 646:N 647:H 648:W 649:XAY 64A:Y 671:XXA 679:XXT 67C:XRT 67E:P 681:XKE 685:XXH 686:XC
  688:XXD 689:XDR 691:XXR 693:XRR 696:XRX 698:XJ 69A:XXS 6A9:XKK 6AB:XXK 6AD:XNG 6AF:XGG 6BA:XNN
  6BC:XXN 6BE:XDO 6C0:XYH 6C1:XXG 6C2:XGE 6C3:XTG 6CC:XYA 6CD:XXY 6D0:Y 6D2:XYB 6D3:XBE`;

const letters = new Map(
  table
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(':'))
    .map(([code = '', latin = '']) => [String.fromCodePoint(Number.parseInt(code, 16)), latin]),
);

export function arabicWriting(text: string): string {
  const bare = text.normalize('NFC').replaceAll(/[\u064b-\u0650\u0652\u0670\u0640]/g, '');
  let written = '';
  let last = '';
  for (const [at, letter] of Array.from(bare).entries()) {
    if (letter === '\u0651') {
      written += last;
      continue;
    }
    last = letter === 'ة' ? tehMarbuta(bare, at) : (letters.get(letter) ?? letter);
    written += last;
  }
  return written;
}

/** XAH where a word ends, XTA elsewhere (§6 C, note on 0629). */
function tehMarbuta(text: string, at: number): string {
  return /\p{L}/u.test(Array.from(text)[at + 1] ?? '') ? 'XTA' : 'XAH';
}

/** Written with consonants only, so that no Latin spelling follows from it. */
export function isWrittenWithoutVowels(text: string): boolean {
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text);
}
