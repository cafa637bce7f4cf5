/** How long what was read of the database is good: a scrape each 15 s, of however many scrapers, reads once. */
export const databaseKeptMs = 10_000;
