import type { ConsoleScreen } from './console-screen';
import { frameScreens } from './frame-screens';
import { keyScreens } from './key-screens';
import { peopleScreens } from './people-screens';
import { webhookScreens } from './webhook-screens';
import { lookupScreens } from './lookup-screens';
import { sessionScreens } from './session-screens';
import { workflowScreens } from './workflow-screens';

/** Every screen of the console: `npm run screens` keeps a picture of each, axe looks at each. */
export const consoleScreens: readonly ConsoleScreen[] = [
  ...frameScreens,
  ...keyScreens,
  ...peopleScreens,
  ...webhookScreens,
  ...sessionScreens,
  ...workflowScreens,
  ...lookupScreens,
];
