import anyAscii from 'any-ascii';
import { proofKinds, type ProofKind } from '../../../../shared/domain/documents/proof-kinds';

/** What stands on papers of a kind, in English, German, French, Spanish, Italian, Dutch, Portuguese, Polish. */
const marks: Readonly<Record<ProofKind, readonly RegExp[]>> = {
  utility_bill: [
    /\b(invoice|bill|rechnung|facture|factura|fattura|bolletta|factuur|fatura|faktura|rachunek)/,
    /\b(energ|power\b|electric|elektri|strom|luz\b|luce\b|stroom|prad\b)/,
    /\b(gas|gaz)\b|kwh|\bm3\b|\bmeter (reading|number)|zahler|compteur|contador|contatore/,
    /\b(water|wasser|eau|agua|acqua|woda)\b|sewer|stadtwerke|utilit/,
    /\b(telecom|telekom|broadband|internet|mobile|phone|telefon|telefoon|telephone|fibre|glasvezel)/,
    /\b(customer|account|contract|kunden|klant|client|cliente|vertrags|contrat)[a-z-]* ?(no|nr|number|nummer|n\b|id|numero)/,
    /\b(heating|warmte|warme|waste|abfall|tariff?|tarif|consumption|verbrauch|verbruik|consumo|consommation)/,
  ],
  bank_statement: [
    /\b(bank|banque|banco|banca|sparkasse|credit union|building society|caixa|caja)/,
    /\b(statement|kontoauszug|releve|extracto|estratto conto|afschrift|extrato|wyciag)/,
    /\biban\b|\bbic\b|\bswift\b|sort code|routing n/,
    /\b(balance|saldo|solde|opening|closing)\b|kontostand/,
    /\b(account|konto|compte|cuenta|conto|rekening|conta)\b/,
    /\b(transaction|debit|credit|payment|deposit|withdrawal|umsatz|haben)/,
  ],
  government_letter: [
    /\b(government|ministry|ministere|ministerio|ministero|ministerie|ministerium|ministerstwo)/,
    /\b(department|authority|agency|office of|behorde|amt\b|[a-z]+amt\b|agencia|agenzia|urzad)/,
    /\b(council|city of|municipal|gemeente|stadt\b|mairie|prefecture|ayuntamiento|comune|camara|gmina)/,
    /\b(social security|pension|benefit|rente|sozial|securite sociale|seguridad social|inps|uwv|svb|zus)\b/,
    /\b(registration|registr|melde|certificat|electoral|voter|census|padron|residence|residenza)/,
    /\b(reference|our ref|aktenzeichen|kenmerk|expediente|protocollo|case n)/,
  ],
  tax_document: [
    /\b(tax|steuer|impot|impuesto|imposta|belasting|imposto|podat)/,
    /\b(hmrc|irs|revenue|finanzamt|finances publiques|hacienda|agencia tributaria|agenzia delle entrate|belastingdienst|financas)\b/,
    /\b(assessment|bescheid|avis|declaracion|dichiarazione|aanslag|return|notice|w-2|1099|p60)\b/,
    /\b(income|einkommen|revenu|renta|reddito|inkomen|irpf|irpef|irs)\b/,
    /\b(taxpayer|utr|tin|nif|codice fiscale|steuernummer|steuer-?id|numero fiscal|bsn)\b/,
  ],
  rental_agreement: [
    /\b(rent|rental|lease|tenancy|miet|bail\b|location|arrendamiento|alquiler|locazione|affitto|huur|arrendamento|aluguel|najm)/,
    /\b(landlord|lessor|vermieter|bailleur|proprietaire|arrendador|locatore|verhuurder|senhorio|locador|wynajmujac)/,
    /\b(tenant|lessee|mieter|locataire|arrendatario|inquilino|conduttore|huurder|locatario|najemc)/,
    /\b(agreement|contract|vertrag|contrat|contratto|overeenkomst|contrato|umowa)/,
    /\b(deposit|kaution|caution|fianza|cauzione|borg|caucao|premises|dwelling|wohnung|logement|vivienda)/,
  ],
};

/** One word may stand anywhere; two of a kind seldom do. */
const leastMarks = 2;

/** Whether the rows say in words that they are such a paper; of an unsaid kind, any. */
export function showsKind(rows: readonly string[], kind: ProofKind | null): boolean {
  const text = anyAscii(rows.join('\n')).toLowerCase();
  const kinds = kind === null ? proofKinds : [kind];
  return kinds.some((one) => marks[one].filter((mark) => mark.test(text)).length >= leastMarks);
}
