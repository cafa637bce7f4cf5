/** Drawn on 16 × 16 by one line. */
export const iconPaths = {
  cases: 'M2.5 4.5h11v8.5h-11zM5.5 4.5v-2h5v2M2.5 8h11',
  sessions: 'M3 2.5h10v11h-10zM5.5 6h5M5.5 8.5h5M5.5 11h3',
  identities: 'M8 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM3 13.5c.5-3 2.5-4 5-4s4.5 1 5 4',
  lists: 'M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.1M2.5 8h.1M2.5 12h.1',
  workflows: 'M2.5 2.5h4v4h-4zM9.5 9.5h4v4h-4zM4.5 6.5v5h5M6.5 4.5h5v5',
  webhooks:
    'M8 3v3.5M8 6.5 4.5 12M8 6.5 11.5 12M4 13a1 1 0 1 0 0-.1M12 13a1 1 0 1 0 0-.1M8 3a1 1 0 1 0 0-.1',
  metrics: 'M2.5 13.5h11M4.5 11v-3M8 11v-7M11.5 11v-5',
  people:
    'M6 7.5a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5zM2 13c.3-2.5 1.8-3.5 4-3.5s3.7 1 4 3.5M10.5 3.2a2.25 2.25 0 0 1 0 4.2M11.5 9.7c1.5.3 2.3 1.4 2.5 3.3',
  keys: 'M10 8.5a3 3 0 1 0-2.5-1.4L3 11.6v1.9h2.5v-1.5h1.5v-1.5h1l.6-.6M10.8 5.2h.1',
  audit: 'M3.5 2.5h9v11h-9zM6 5.5h4M6 8h4M6 10.5l1 1 2-2',
  settings:
    'M8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8 2v1.5M8 12.5v1.5M2 8h1.5M12.5 8h1.5M3.8 3.8l1 1M11.2 11.2l1 1M3.8 12.2l1-1M11.2 4.8l1-1',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  leave: 'M6.5 2.5h-4v11h4M10 5l3 3-3 3M13 8h-7',
} as const;
export type IconName = keyof typeof iconPaths;
