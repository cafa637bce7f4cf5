export const handoffRules = ['offer', 'force', 'off'] as const;
export type HandoffRule = (typeof handoffRules)[number];
