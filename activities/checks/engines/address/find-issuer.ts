import anyAscii from 'any-ascii';

/** Legal forms, as they stand at the end of a company's name. */
const legalForm =
  /\b(ltd|limited|plc|llp|llc|inc|corp|co|gmbh|ag|kg|ohg|ug|se|s\.?a|s\.?a\.?s|sarl|s\.?l|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v|lda|a\/s|aps|ab|oyj?|sp\.? ?z\.? ?o\.?o|sp|a\.?s|d\.?o\.?o|kft|pty|pte|bhd)\.?(?=$|[\s,.|)])/;
/** What companies, banks and offices are called. */
const organisation =
  /\b(company|utilit|stadtwerke|waterworks|bank|banque|banco|banca|sparkasse|building society|credit union|insurance|council|city of|county of|borough|ministry|department|authority|agency|government|gemeente|municipal|mairie|ayuntamiento|comune di|prefecture|finanzamt|[a-z]{3,}amt\b|belastingdienst|hmrc|agencia|agenzia|ministeri|housing association|vodafone|telefonica)/;
/** What they sell: with a name beside it a company's, alone the heading of a bill. */
const trade =
  /\b(energ(y|ie|ia)|water|wasser|gas|electric\w*|strom|power|telecom|telekom|mobile|networks?)\b/;
const heading =
  /\b(bill|invoice|your|used|usage|consumption|charges?|meter|total|rechnung|verbrauch|facture|factura|fattura|factuur|consumo)\b|\d/;
/** Of a contract between two people the other one is named. */
const otherParty =
  /\b(landlord|lessor|vermieter|vermieterin|bailleur|arrendador|locatore|verhuurder|senhorio|locador)\b[^a-z]*([a-z].{2,})/;
const domain = /\b(?:www\.|https?:\/\/|[a-z0-9._-]+@)?([a-z0-9-]+\.(?:[a-z]{2,6}\.)?[a-z]{2,6})\b/;
/** Anybody's: an address there names nobody who issues bills. */
const anybodys = /^(gmail|googlemail|outlook|hotmail|live|yahoo|icloud|gmx|web|proton|aol|mail)\./;

/**
 * The row that names who issued the paper: a company, a bank, an office or a landlord. One that has the
 * applicant's own name is the applicant's.
 */
export function findIssuer(
  rows: readonly string[],
  isApplicants: (row: string) => boolean,
): string | null {
  return rows.find((row) => namesIssuer(row) && !isApplicants(row)) ?? null;
}

function namesIssuer(row: string): boolean {
  const text = anyAscii(row).toLowerCase();
  // A sum, a reading or a sentence names nobody: a name is a few words and hardly any digits.
  const isName = text.split(/\s+/).length <= 8 && (text.match(/\d/g)?.length ?? 0) <= 4;
  if (otherParty.test(text)) return true;
  const [, host = ''] = domain.exec(text) ?? [];
  const isSite = /www\.|https?:|@/.test(text) && host !== '' && !anybodys.test(host);
  const isTrade = trade.test(text) && !heading.test(text) && /[a-z]+ [a-z]+/.test(text);
  return isSite || (isName && (legalForm.test(text) || organisation.test(text) || isTrade));
}
