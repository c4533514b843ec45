/** The users' ratings, in PostgreSQL: every replica of `data` answers the same. */
import { Pool, type PoolConfig } from "pg";
import type { Log } from "../../server/log";

export interface Rating {
  readonly movieTitle: string;
  readonly rating: number;
}

/** The database cannot be asked now; later it may. */
export class Unavailable extends Error {}

/** https://www.postgresql.org/docs/15/errcodes-appendix.html: connection, resources, operator's intervention, read-only after a failover. */
const PASSING = /^(?:08|53|57|25006)/;

const isPassing = (error: unknown): boolean => {
  const { code } = error as { readonly code?: string };
  // What pg itself says of a connection that ended or was not to be had carries no code.
  return code === undefined
    ? /connection|timeout/i.test(String(error))
    : PASSING.test(code) || /^E[A-Z]+$/.test(code);
};

const LIST = `select movie_title as "movieTitle", rating from ratings where username = $1 order by movie_title`;

/** A rating that is there may change also where there is no room for another. */
const ADD = `insert into ratings (username, movie_title, rating)
  select $1::text, $2::text, $3::smallint
  where (select count(*) from ratings where username = $1) < $4
     or exists (select from ratings where username = $1 and movie_title = $2)
  on conflict (username, movie_title) do update set rating = excluded.rating`;

export class Ratings {
  private readonly pool: Pool;
  /** Whether the schema has been seen. Once it has, a database that is away takes no pod out: all share it. */
  private seen = false;
  private complaint = "";

  constructor(
    connection: PoolConfig,
    connections: number,
    private readonly log: Log,
  ) {
    this.pool = new Pool({
      ...connection,
      max: connections,
      connectionTimeoutMillis: 3000,
      idleTimeoutMillis: 30_000,
      query_timeout: 5000,
      statement_timeout: 5000,
      application_name: "movies-data",
    });
    this.pool.on("error", (error) => log.warn("connection to the database lost", { reason: error.message }));
  }

  /** Looks for the schema until it is there. */
  async watch(): Promise<void> {
    try {
      await this.pool.query("select from ratings limit 0");
      this.seen = true;
      this.log.info("database is there");
    } catch (error) {
      const reason = (error as Error).message;
      if (reason !== this.complaint) {
        this.complaint = reason;
        this.log.warn("database is not there", { reason });
      }
      setTimeout(() => void this.watch(), 1000).unref();
    }
  }

  /** Why no rating can be told yet. */
  problem(): string | undefined {
    return this.seen ? undefined : "the database, or the table that migrations make in it, is not there yet";
  }

  list(username: string): Promise<readonly Rating[]> {
    return this.query(LIST, [username]);
  }

  /** @returns whether there was room for it */
  async add(username: string, { movieTitle, rating }: Rating, most: number): Promise<boolean> {
    return (await this.change(ADD, [username, movieTitle, rating, most])) > 0;
  }

  async remove(username: string, movieTitle: string): Promise<void> {
    await this.change("delete from ratings where username = $1 and movie_title = $2", [username, movieTitle]);
  }

  private query(text: string, values: readonly unknown[]): Promise<readonly Rating[]> {
    return this.twice(async () => (await this.pool.query<Rating>(text, [...values])).rows);
  }

  private change(text: string, values: readonly unknown[]): Promise<number> {
    return this.twice(async () => (await this.pool.query(text, [...values])).rowCount ?? 0);
  }

  /** A connection may have ended with the database's last restart; all that is asked here may be done twice. */
  private async twice<Result>(ask: () => Promise<Result>): Promise<Result> {
    const asked = ask().catch((error: unknown) => (isPassing(error) ? ask() : Promise.reject(error)));
    return asked.catch((error: unknown) => {
      if (isPassing(error)) {
        throw new Unavailable((error as Error).message);
      }
      throw error;
    });
  }
}
