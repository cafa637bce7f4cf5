import { auditScreens } from './audit-screens';
import { caseScreens } from './case-screens';
import type { ConsoleScreen } from './console-screen';
import { frameScreens } from './frame-screens';
import { insightScreens } from './insight-screens';
import { keyScreens } from './key-screens';
import { peopleScreens } from './people-screens';
import { webhookScreens } from './webhook-screens';
import { lookupScreens } from './lookup-screens';
import { sessionScreens } from './session-screens';
import { settingsScreens } from './settings-screens';
import { signInScreens } from './sign-in-screens';
import { workflowScreens } from './workflow-screens';

/** Every screen of the console: `npm run screens` keeps a picture of each, axe looks at each. */
export const consoleScreens: readonly ConsoleScreen[] = [
  ...signInScreens,
  ...frameScreens,
  ...caseScreens,
  ...insightScreens,
  ...sessionScreens,
  ...webhookScreens,
  ...workflowScreens,
  ...keyScreens,
  ...peopleScreens,
  ...lookupScreens,
  ...auditScreens,
  ...settingsScreens,
];
