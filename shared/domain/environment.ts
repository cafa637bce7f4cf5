export const environments = ['live', 'sandbox'] as const;
export type Environment = (typeof environments)[number];
