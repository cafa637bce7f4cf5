import { VerifaError } from './verifa-error';

/** For `executeTakeFirstOrThrow`: a row that the caller may not know of is not there for it. */
export const notFound = (): VerifaError => new VerifaError('not_found');
