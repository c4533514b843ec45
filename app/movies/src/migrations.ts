/** The database's schema, step by step. What was released is never changed; a new step follows the last. */
import { Client } from "pg";

const STEPS: readonly string[] = [
  `create table ratings (
     username text not null check (length(username) between 1 and 64),
     movie_title text not null check (length(movie_title) between 1 and 200),
     rating smallint not null check (rating between 1 and 5),
     primary key (username, movie_title)
   )`,
];

/** Of this program's migrations among the locks of a database: any number that others do not use. */
const LOCK = 7_206_144;

/**
 * Takes the schema to this version, each step in a transaction; several at once wait for each other. What is done already
 * is left alone.
 *
 * @param role user that gets to read and write rows; none where it may already
 * @returns how many steps were done
 */
export async function migrate(url: string, role: string): Promise<number> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: "movies-migrate",
  });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await client.query("create table if not exists schema_steps (step integer primary key)");
    const { rows } = await client.query<{ done: number }>(
      "select coalesce(max(step), 0)::integer as done from schema_steps",
    );
    const done = rows[0]?.done ?? 0;
    for (const [index, statement] of STEPS.entries()) {
      if (index >= done) {
        await inTransaction(client, async () => {
          await client.query(statement);
          await client.query("insert into schema_steps values ($1)", [index + 1]);
        });
      }
    }
    if (role !== "") {
      await client.query(
        `grant select, insert, update, delete on ratings to ${client.escapeIdentifier(role)}`,
      );
    }
    return Math.max(0, STEPS.length - done);
  } finally {
    await client.end();
  }
}

async function inTransaction(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query("begin");
  try {
    await work();
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}
