import type { Environment } from '../../../../shared/domain/environment';
import type { UserRole } from '../../../../shared/domain/auth/roles';
import type { TextKey } from '../../../../services/console/review/texts';
import type { RunningApi } from '../../../api/running-api';
import type { Reviewer } from '../console-browser';
import { say } from '../console-words';
import type { Office } from './office';

/** One screen, or one standing of it, as somebody comes to it. */
export interface ConsoleScreen {
  readonly name: string;
  /** Null: nobody is signed in. */
  readonly role: UserRole | null;
  /** Default live. Sandbox is empty: there lists show what they say of nothing. */
  readonly environment?: Environment;
  /** Below `/console`; made by what it needs over the API or in the database, where it shows something. */
  readonly path: string | ((api: RunningApi, office: Office) => Promise<string>);
  /** The router's name of an address that is made. */
  readonly route?: string;
  /** The key of its title, or the title itself where it is a name; undefined: whatever it is. */
  readonly title?: TextKey | { readonly name: string };
  /** From the screen as it opens to what is looked at. */
  readonly reach?: (reviewer: Reviewer, office: Office) => Promise<void>;
}

export function titleOf({ title }: ConsoleScreen): string | undefined {
  return typeof title === 'string' ? say(title) : title?.name;
}

export function press(name: TextKey) {
  return ({ page }: Reviewer): Promise<void> =>
    page
      .getByRole('button', { name: say(name), exact: true })
      .first()
      .click();
}

export function shows(text: TextKey) {
  return ({ page }: Reviewer): Promise<void> => page.getByText(say(text)).first().waitFor();
}
