import { ratio } from 'fuzzball';
import { foldNamePlainly } from '../../names/fold-name';
import type { PrintedLine } from './printed-line';

export type LabelledField =
  | 'document_number'
  | 'last_name'
  | 'first_name'
  | 'date_of_birth'
  | 'document_expiration_date'
  | 'gender'
  | 'nationality'
  | 'other';

/**
 * What stands above or before a field, folded, in the languages that most documents are printed in.
 * A label that means two fields (`NAME`: the family's or the whole) stands under none of them.
 */
const labels: Readonly<Record<LabelledField, readonly string[]>> = {
  document_number: [
    ...['DOCUMENT NO', 'DOCUMENT NUMBER', 'DOC NO', 'PASSPORT NO', 'PASSPORT NUMBER', 'CARD NO'],
    ...['DLN', 'LIC NO', 'LICENCE NO', 'LICENSE NO', 'ID NO', 'NO DU PASSEPORT', 'PASSEPORT NO'],
    ...['NO DE PASAPORTE', 'PASAPORTE NO', 'NUM SOPORTE', 'DOKUMENTNR', 'PASS NR', 'PASSNR'],
    ...['AUSWEISNUMMER', 'NUMERO DOCUMENTO', 'DOCUMENTNUMMER', 'NR DOKUMENTU', 'N DU DOCUMENT'],
  ],
  last_name: [
    ...['SURNAME', 'SURNAMES', 'FAMILY NAME', 'LAST NAME', 'NOM', 'FAMILIENNAME', 'NACHNAME'],
    ...['APELLIDOS', 'APELLIDO', 'PRIMER APELLIDO', 'COGNOME', 'APELIDO', 'APELIDOS', 'ACHTERNAAM'],
    ...['EFTERNAMN', 'ETTERNAVN', 'EFTERNAVN', 'SUKUNIMI', 'NAZWISKO', 'PRIJMENI', 'PRIEZVISKO'],
    ...['PREZIME', 'PRIIMEK', 'NUME', 'PERERKONNANIMI', 'PEREKONNANIMI', 'UZVARDS', 'PAVARDE'],
    ...['SOYADI', 'EPONYMO', 'CSALADI NEV', 'NAAM'],
  ],
  first_name: [
    ...['GIVEN NAMES', 'GIVEN NAME', 'FIRST NAME', 'FIRST NAMES', 'FORENAMES', 'FORENAME'],
    ...['PRENOMS', 'PRENOM', 'VORNAMEN', 'VORNAME', 'NOMBRES', 'NOMBRE', 'NOMI', 'NOMES', 'NOME'],
    ...['VOORNAMEN', 'FORNAMN', 'FORNAVN', 'FORNAVNE', 'ETUNIMET', 'IMIONA', 'IMIE', 'JMENO'],
    ...['MENO', 'IME', 'PRENUME', 'EESNIMI', 'EESNIMED', 'VARDS', 'VARDI', 'VARDAS', 'ADI'],
    ...['UTONEV', 'ONOMA'],
  ],
  date_of_birth: [
    ...['DATE OF BIRTH', 'BIRTH', 'DOB', 'BIRTH DATE', 'DATE DE NAISSANCE', 'NE LE', 'NE E LE'],
    ...['GEBURTSTAG', 'GEBURTSDATUM', 'FECHA DE NACIMIENTO', 'DATA DI NASCITA', 'GEBOORTEDATUM'],
    ...['DATA DE NASCIMENTO', 'FODELSEDATUM', 'FODSELSDATO', 'SYNTYMAAIKA', 'DATA URODZENIA'],
    ...['DATUM NAROZENI', 'DATUM NARODENIA', 'DATUM RODENJA', 'DATA NASTERII', 'SUNNIAEG'],
    ...['DZIMSANAS DATUMS', 'GIMIMO DATA', 'DOGUM TARIHI', 'SZULETESI IDO', 'NACIMIENTO'],
  ],
  document_expiration_date: [
    ...['DATE OF EXPIRY', 'EXPIRY DATE', 'DATE OF EXPIRATION', 'EXPIRATION DATE', 'EXP', 'EXPIRES'],
    ...['EXPIRY', 'VALID UNTIL', 'VALID THRU', 'DATE D EXPIRATION', 'EXPIRE LE', 'DATE D EXPIR'],
    ...['GULTIG BIS', 'FECHA DE CADUCIDAD', 'FECHA DE VENCIMIENTO', 'VALIDEZ', 'VALIDO HASTA'],
    ...['SCADENZA', 'DATA DI SCADENZA', 'GELDIG TOT', 'DATA DE VALIDADE', 'VALIDADE', 'ABLAUF'],
    ...['DATA WAZNOSCI', 'TERMIN WAZNOSCI', 'PLATNOST DO', 'VRIJEDI DO', 'VELJA DO', 'KEHTIV KUNI'],
  ],
  gender: [
    ...['SEX', 'SEXE', 'SEXO', 'SESSO', 'GESCHLECHT', 'GESLACHT', 'KON', 'KJONN', 'KOEN', 'PLEC'],
    ...['POHLAVI', 'SPOL', 'SUGU', 'DZIMUMS', 'LYTIS', 'CINSIYETI', 'GENDER', 'GESCHL'],
  ],
  nationality: [
    ...['NATIONALITY', 'NATIONALITE', 'NACIONALIDAD', 'STAATSANGEHORIGKEIT', 'CITTADINANZA'],
    ...['NATIONALITEIT', 'NACIONALIDADE', 'MEDBORGARSKAP', 'STATSBORGERSKAP', 'OBYWATELSTWO'],
    ...['STATNI OBCANSTVI', 'DRZAVLJANSTVO', 'CETATENIE', 'CITIZENSHIP', 'STAATSANG', 'UYRUGU'],
  ],
  other: [
    ...['NAME', 'TYPE', 'CODE', 'AUTHORITY', 'AUTORITE', 'PLACE OF BIRTH', 'LIEU DE NAISSANCE'],
    ...['DATE OF ISSUE', 'ISSUED', 'ISS', 'DATE DE DELIVRANCE', 'FECHA DE EXPEDICION', 'ADDRESS'],
    ...['SIGNATURE', 'HEIGHT', 'AUSSTELLUNGSDATUM', 'GEBURTSORT', 'BEHORDE', 'LUGAR DE NACIMIENTO'],
    ...['AUSGESTELLT', 'PERSONAL NO', 'PERSONAL NUMBER', 'CLASS', 'DATA DI EMISSIONE'],
  ],
};
const fields = Object.keys(labels).filter((field): field is LabelledField => field in labels);

const alikeFrom = 88;
/** Between the middles of a label and of its value, in heights of the label. */
const farthestBelow = 2.6;

/** Which fields a line names; none when it is a value. */
function namedBy(line: PrintedLine): ReadonlySet<LabelledField> {
  const parts = line.text
    // `1. Surname (1)`, `3 DOB`: some number their fields.
    .split(/[/()|]|\d+[a-z]?\.?(?=\s|$)/)
    .map(foldNamePlainly)
    .filter((part) => part.length > 1);
  return new Set(
    fields.filter((field) =>
      parts.some((part) => labels[field].some((label) => isLabel(part, label))),
    ),
  );
}

function isLabel(part: string, label: string): boolean {
  if (part === label) return true;
  return label.length > 5 && ratio(part, label, { full_process: false }) >= alikeFrom;
}

/** Whether a line is the label of a field. */
export function namesField(line: PrintedLine, field: LabelledField): boolean {
  return namedBy(line).has(field);
}

/** The values of fields that carry a label: of each, the nearest line below it that is no label. */
export function labelledLines(
  lines: readonly PrintedLine[],
): ReadonlyMap<LabelledField, readonly PrintedLine[]> {
  const found = new Map<LabelledField, PrintedLine[]>();
  const named = lines.map((line) => ({ line, fields: namedBy(line) }));
  const values = named.filter((each) => each.fields.size === 0).map(({ line }) => line);
  for (const { line: label, fields: of } of named) {
    const [value] = values
      .filter((line) => isBelow(line, label))
      .toSorted((a, b) => a.down - b.down);
    if (value === undefined) continue;
    // A further label between the two makes the value that one's.
    const isParted = named.some(
      (each) => each.fields.size > 0 && isBelow(each.line, label) && each.line.down < value.down,
    );
    if (isParted) continue;
    for (const field of of) found.set(field, [...(found.get(field) ?? []), value]);
  }
  return found;
}

/** Whether a line stands where the value of a label does. */
export function isBelow(line: PrintedLine, label: PrintedLine): boolean {
  const apart = line.down - label.down;
  const beginsTogether = Math.abs(line.left - label.left) < label.height * 2;
  return beginsTogether && apart > label.height * 0.4 && apart < label.height * farthestBelow;
}
