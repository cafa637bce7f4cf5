import { externalRefAliases, type Aliases } from '../http/aliases';

/** Names that integrators bring from elsewhere (`2-api-conventions.md`). */
export const createAliases: Aliases = {
  ...externalRefAliases,
  workflow_id: ['template_id', 'inquiry_template_id'],
  redirect_url: ['redirect_uri', 'return_url', 'callback_url'],
  country: ['country_code'],
};
