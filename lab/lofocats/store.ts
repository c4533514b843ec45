/** Users, their tokens, and entries of cats, in PostgreSQL. */
import { createHmac, randomBytes } from "node:crypto";
import { Pool } from "pg";
import { hashPassword, parseHash, verifyPassword } from "../../app/movies/src/password";
import type { Log } from "../../app/server/log";
import { byVersion } from "./migrations";

export interface User {
  readonly id: number;
  readonly username: string;
  readonly email: string;
  readonly role: "user" | "admin";
}

export interface NewUser {
  readonly username: string;
  readonly email: string;
  readonly password: string;
}

export interface Entry {
  readonly entry_type: string;
  readonly breed: string;
  readonly color: string;
  readonly contact_email: string;
}

export type StoredEntry = Entry & { readonly id: number; readonly user_id: number };

const ENTRY_COLUMNS = "id, user_id, entry_type, breed, color, contact_email";
const USER_COLUMNS = "id, username, email, role";

/** A token is good for three days. */
const LIFETIME = "3 days";

export class Store {
  private readonly pool: Pool;

  /** @param key - that a stored token is no token without */
  constructor(
    url: string,
    private readonly key: string,
    log: Log,
  ) {
    this.pool = new Pool({
      connectionString: url,
      max: 5,
      connectionTimeoutMillis: 3000,
      statement_timeout: 5000,
      application_name: "lofocats-api",
    });
    this.pool.on("error", (error) => log.warn("connection to the database lost", { reason: error.message }));
  }

  async answers(): Promise<void> {
    await this.pool.query("select 1");
  }

  /** The newest step of the schema. */
  async version(): Promise<string> {
    const { rows } = await this.pool.query<{ version: string }>("select version from schema_migrations");
    const versions = rows.map((row) => row.version);
    return versions.sort(byVersion).at(-1) ?? "none";
  }

  async signIn(username: string, password: string): Promise<string | undefined> {
    const [user] = await this.rows<{ id: number; password: string }>(
      "select id, password from users where username = $1",
      [username],
    );
    const hash = parseHash(user?.password ?? "");
    if (user === undefined || hash === undefined || !(await verifyPassword(password, hash))) return undefined;
    const token = randomBytes(24).toString("base64url");
    await this.pool.query(
      `update users set token = $2, token_expires_at = now() + interval '${LIFETIME}' where id = $1`,
      [user.id, this.sealed(token)],
    );
    return token;
  }

  async signOut({ id }: User): Promise<void> {
    await this.pool.query("update users set token = null where id = $1", [id]);
  }

  async userOf(token: string): Promise<User | undefined> {
    const [user] = await this.rows<User>(
      `select ${USER_COLUMNS} from users where token = $1 and token_expires_at > now()`,
      [this.sealed(token)],
    );
    return user;
  }

  users = (): Promise<readonly User[]> => this.rows(`select ${USER_COLUMNS} from users order by id`);

  async user(id: number): Promise<User | undefined> {
    return (await this.rows<User>(`select ${USER_COLUMNS} from users where id = $1`, [id]))[0];
  }

  async addUser({ username, email, password }: NewUser): Promise<User> {
    const [user] = await this.rows<User>(
      `insert into users (username, email, role, password) values ($1, $2, 'user', $3) returning ${USER_COLUMNS}`,
      [username, email, await hashPassword(password)],
    );
    return user as User;
  }

  async changeUser(id: number, { username, email, password }: NewUser): Promise<User | undefined> {
    const [user] = await this.rows<User>(
      `update users set username = $2, email = $3, password = $4 where id = $1 returning ${USER_COLUMNS}`,
      [id, username, email, await hashPassword(password)],
    );
    return user;
  }

  async removeUser(id: number): Promise<void> {
    await this.pool.query("delete from users where id = $1", [id]);
  }

  entries = (): Promise<readonly StoredEntry[]> =>
    this.rows(`select ${ENTRY_COLUMNS} from cat_entries order by id`);

  async entry(id: number): Promise<StoredEntry | undefined> {
    return (await this.rows<StoredEntry>(`select ${ENTRY_COLUMNS} from cat_entries where id = $1`, [id]))[0];
  }

  async addEntry({ id }: User, entry: Entry): Promise<StoredEntry> {
    const [stored] = await this.rows<StoredEntry>(
      `insert into cat_entries (user_id, entry_type, breed, color, contact_email)
       values ($1, $2, $3, $4, $5) returning ${ENTRY_COLUMNS}`,
      [id, entry.entry_type, entry.breed, entry.color, entry.contact_email],
    );
    return stored as StoredEntry;
  }

  async changeEntry(id: number, entry: Entry): Promise<StoredEntry | undefined> {
    const [stored] = await this.rows<StoredEntry>(
      `update cat_entries set entry_type = $2, breed = $3, color = $4, contact_email = $5
       where id = $1 returning ${ENTRY_COLUMNS}`,
      [id, entry.entry_type, entry.breed, entry.color, entry.contact_email],
    );
    return stored;
  }

  async removeEntry(id: number): Promise<void> {
    await this.pool.query("delete from cat_entries where id = $1", [id]);
  }

  private async rows<Row extends object>(text: string, values: unknown[] = []): Promise<readonly Row[]> {
    return (await this.pool.query<Row>(text, values)).rows;
  }

  private sealed = (token: string): string => createHmac("sha256", this.key).update(token).digest("hex");
}
