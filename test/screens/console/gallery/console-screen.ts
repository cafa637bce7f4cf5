import type { UserRole } from '../../../../shared/domain/auth/roles';
import type { TextKey } from '../../../../services/console/review/texts';
import type { RunningApi } from '../../../api/running-api';
import type { Reviewer } from '../console-browser';
import { say } from '../console-words';

/** One screen, or one standing of it, as somebody comes to it. */
export interface ConsoleScreen {
  readonly name: string;
  /** Null: nobody is signed in. */
  readonly role: UserRole | null;
  /** Below `/console`; made by what it needs over the API or in the database, where it shows something. */
  readonly path: string | ((api: RunningApi) => Promise<string>);
  /** The key of its title, or the title itself where it is somebody's name. */
  readonly title: TextKey | { readonly name: string };
  /** From the screen as it opens to what is looked at. */
  readonly reach?: (reviewer: Reviewer) => Promise<void>;
}

export function titleOf({ title }: ConsoleScreen): string {
  return typeof title === 'string' ? say(title) : title.name;
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
