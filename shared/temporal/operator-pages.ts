/** Where operators find more than Temporal's UI shows; links of its static details. */
export interface OperatorPages {
  /** `PUBLIC_URL`: the console and the API. Null where the process was not told. */
  readonly publicUrl: string | null;
  /** `RUNBOOK_URL`: where the pages of `deploy/` are published. */
  readonly runbookUrl: string | null;
}

interface PageSettings {
  readonly PUBLIC_URL?: string | undefined;
  readonly RUNBOOK_URL?: string | undefined;
}

export function operatorPages({ PUBLIC_URL, RUNBOOK_URL }: PageSettings): OperatorPages {
  return { publicUrl: PUBLIC_URL ?? null, runbookUrl: RUNBOOK_URL ?? null };
}

export const noPages: OperatorPages = { publicUrl: null, runbookUrl: null };

/** A link to a page of the console, or its path for whoever knows where the console is. */
export function consoleLink({ publicUrl }: OperatorPages, text: string, path: string): string {
  return publicUrl === null
    ? `${text}: \`/console${path}\``
    : `[${text}](${publicUrl}/console${path})`;
}

/** @param page a file of `deploy/` */
export function runbookLink({ runbookUrl }: OperatorPages, page: string): string {
  return runbookUrl === null
    ? `Runbook: \`deploy/${page}\``
    : `[Runbook](${runbookUrl}/${encodeURIComponent(page)})`;
}
