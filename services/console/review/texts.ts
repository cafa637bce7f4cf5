import { createTranslateBy, type Texts, type TranslateBy } from '../shared/translate';
import type access from './texts/en/access.json';
import type caseTexts from './texts/en/case.json';
import type checks from './texts/en/checks.json';
import type fields from './texts/en/fields.json';
import type audit from './texts/en/audit.json';
import type handling from './texts/en/handling.json';
import type insights from './texts/en/insights.json';
import type settings from './texts/en/settings.json';
import type deeds from './texts/en/deeds.json';
import type decide from './texts/en/decide.json';
import type identities from './texts/en/identities.json';
import type keys from './texts/en/keys.json';
import type lists from './texts/en/lists.json';
import type page from './texts/en/page.json';
import type parts from './texts/en/parts.json';
import type people from './texts/en/people.json';
import type queue from './texts/en/queue.json';
import type signals from './texts/en/signals.json';
import type terms from './texts/en/terms.json';
import type timeline from './texts/en/timeline.json';
import type viewer from './texts/en/viewer.json';
import type webhooks from './texts/en/webhooks.json';
import type session from './texts/en/session.json';
import type sessions from './texts/en/sessions.json';
import type workflows from './texts/en/workflows.json';
import type trail from './texts/en/trail.json';

/**
 * One sentence of the console's. Each area has a file of its own; English has them all, and the build refuses a
 * language that lacks one.
 */
export type TextKey = keyof (typeof page &
  typeof parts &
  typeof access &
  typeof audit &
  typeof handling &
  typeof insights &
  typeof settings &
  typeof keys &
  typeof people &
  typeof identities &
  typeof lists &
  typeof caseTexts &
  typeof decide &
  typeof deeds &
  typeof queue &
  typeof signals &
  typeof terms &
  typeof timeline &
  typeof viewer &
  typeof webhooks &
  typeof session &
  typeof sessions &
  typeof workflows &
  typeof checks &
  typeof fields &
  typeof trail);

export type Translate = TranslateBy<TextKey>;

export function createTranslate(language: string, texts: Texts): Translate {
  return createTranslateBy(language, texts);
}
