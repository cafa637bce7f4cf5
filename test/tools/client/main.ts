import { writeFileSync } from 'node:fs';
import { apiTypesPath, generateApiTypes } from './generate-api-types';

/** `npm run client:generate`: writes the types of `@verifa/client` anew. */
void generateApiTypes().then((types) => writeFileSync(apiTypesPath, types));
