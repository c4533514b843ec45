import { Client } from "pg";
import { hashPassword } from "../../app/movies/src/password";

const USERS = [
  ["admin", "admin"],
  ["ada", "user"],
  ["grace", "user"],
] as const;

const ENTRIES = [
  ["lost", "Siamese", "cream"],
  ["lost", "European shorthair", "black"],
  ["found", "European shorthair", "tabby"],
  ["lost", "Maine Coon", "red"],
  ["found", "Persian", "white"],
  ["lost", "Siamese", "seal"],
  ["found", "Birman", "blue"],
  ["lost", "Norwegian forest cat", "silver"],
  ["found", "Persian", "smoke"],
] as const;

/** The password of all three, who are for looking around. */
export const DEMO_PASSWORD = "demonstration";

/** Three users and nine entries, once: a database that has users is left alone. */
export async function loadDemoData(url: string): Promise<void> {
  const client = new Client({ connectionString: url, application_name: "lofocats-demo-data" });
  await client.connect();
  try {
    const { rowCount } = await client.query("select from users limit 1");
    if (rowCount !== 0) return;
    await client.query("begin");
    for (const [name, role] of USERS) {
      await client.query("insert into users (username, email, role, password) values ($1, $2, $3, $4)", [
        name,
        `${name}@example.com`,
        role,
        await hashPassword(DEMO_PASSWORD),
      ]);
    }
    for (const [index, entry] of ENTRIES.entries()) {
      const [owner] = USERS[index % USERS.length] as (typeof USERS)[number];
      await client.query(
        `insert into cat_entries (user_id, entry_type, breed, color, contact_email)
         select id, $2, $3, $4, email from users where username = $1`,
        [owner, ...entry],
      );
    }
    await client.query("commit");
  } finally {
    await client.end();
  }
}
