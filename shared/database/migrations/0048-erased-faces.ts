import { sql, type Kysely, type Migration } from 'kysely';

/** Names the session of each face that is deleted, for whoever keeps faces in memory to forget it at once. */
export const erasedFacesMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      CREATE FUNCTION name_erased_face() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('verifa_erased_faces', OLD.session_id);
        RETURN NULL;
      END $$`.execute(db);
    await sql`
      CREATE TRIGGER erased_face_is_named AFTER DELETE ON face_embeddings
      FOR EACH ROW EXECUTE FUNCTION name_erased_face()`.execute(db);
  },
};
