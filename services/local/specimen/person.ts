/** A made-up person. States are real ones (parsers refuse ICAO's Utopia), the people are not. */
export interface Person {
  readonly firstName: string;
  readonly lastName: string;
  /** `YYYY-MM-DD` */
  readonly birthDate: string;
  readonly sex: 'M' | 'F' | 'X';
  /** ICAO three-letter code, e.g. `NLD`; `D` for Germany. */
  readonly nationality: string;
  /** Up to nine letters and digits. */
  readonly documentNumber: string;
  readonly issueDate: string;
  readonly expiryDate: string;
  /** Any picture sharp can decode; drawn as the document's portrait. */
  readonly portrait: Buffer;
}
