import { z } from 'zod';
import { parseSettings } from '../../shared/config/settings';
import { savedViews, viewUrl } from '../../shared/temporal/saved-views';
import type { Program } from './program';

const settingsSchema = z.object({
  TEMPORAL_UI_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .default('http://127.0.0.1:8233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
});

/** The saved views as addresses of Temporal's UI; those of time hold for today. */
export const temporalViews: Program = {
  usage: 'temporal-views',
  run: ({ environment, report, clock }) => {
    const settings = parseSettings(settingsSchema, environment);
    const { TEMPORAL_UI_URL: uiUrl, TEMPORAL_NAMESPACE: namespace } = settings;
    for (const { name, query } of savedViews(clock())) {
      report(`${name}\n  ${query}\n  ${viewUrl(uiUrl, namespace, query)}`);
    }
    return Promise.resolve();
  },
};
