/** What a match means: `block` fails the check, `flag` and `allow` are said beside a pass. */
export const listActions = ['block', 'flag', 'allow'] as const;
export type ListAction = (typeof listActions)[number];
