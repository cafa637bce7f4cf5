import { errorHeaders } from '../../../services/api/http/error-answer';
import { errorCatalogue, isErrorCode } from '../../../shared/domain/errors/catalogue';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';

const codes = Object.keys(errorCatalogue).filter(isErrorCode);

it.each(codes.filter((code) => [429, 503].includes(errorCatalogue[code].status)))(
  '%s says when to try again, wherever it is thrown',
  (code) => {
    expect(errorHeaders(new VerifaError(code))).toEqual({
      'Retry-After': expect.stringMatching(/^[1-9]\d*$/) as string,
    });
  },
);
