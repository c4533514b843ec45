/** The schema of every version. A step keeps what the version before it needs: its pods run while the step does. */
import { Client } from "pg";

const STEPS: readonly { readonly version: string; readonly statements: readonly string[] }[] = [
  {
    version: "1.0.0",
    statements: [
      `create table users (
         id serial primary key,
         username text not null unique,
         email text not null,
         role text not null check (role in ('user', 'admin')),
         password text not null,
         token text unique,
         token_expires_at timestamptz
       )`,
      `create table cat_entries (
         id serial primary key,
         user_id integer not null references users on delete cascade,
         entry_type text not null check (entry_type in ('lost', 'found')),
         breed text not null check (breed <> ''),
         color text not null check (color <> ''),
         contact_email text not null
       )`,
    ],
  },
  { version: "1.1.0", statements: ["alter table cat_entries add column chip text"] },
  // Two cats of a breed, as every database of this program has soon, refuse it: what a migration that fails looks like.
  { version: "1.2.0", statements: ["create unique index one_of_a_breed on cat_entries (breed)"] },
];

/** The order of versions: 1.9.0 before 1.10.0. */
export const byVersion = (one: string, other: string): number =>
  one.localeCompare(other, "en", { numeric: true });

const stepsUpTo = (version: string) => STEPS.filter((step) => byVersion(step.version, version) <= 0);

/** The newest step that a version needs: what /api/health/migration asks for. */
export const newestOf = (version: string): string => stepsUpTo(version).at(-1)?.version ?? "none";

/**
 * Takes the schema to a version, every step in a transaction of its own.
 *
 * @returns what was done, a line each
 */
export async function migrate(url: string, version: string): Promise<readonly string[]> {
  const client = new Client({ connectionString: url, application_name: "lofocats-migrate" });
  await client.connect();
  try {
    await client.query("create table if not exists schema_migrations (version text primary key)");
    const { rows } = await client.query<{ version: string }>("select version from schema_migrations");
    const done = new Set(rows.map((row) => row.version));
    const wanted = stepsUpTo(version).filter((step) => !done.has(step.version));
    for (const { version: step, statements } of wanted) {
      await client.query("begin"); // what fails ends the connection, and with it the transaction
      for (const statement of statements) await client.query(statement);
      await client.query("insert into schema_migrations values ($1)", [step]);
      await client.query("commit");
    }
    return wanted.map((step) => `== ${step.version}: migrated`);
  } finally {
    await client.end();
  }
}
