/** How the database is reached: by the password in its URL, or as an identity of AWS', by a token in the place of one. */
import fs from "node:fs";
import type { Signer } from "@aws-sdk/rds-signer";
import type { PoolConfig } from "pg";

const POSTGRES = 5432;

/**
 * A URL without a password, in a process that is a role of AWS', means RDS' sign-in by tokens
 * (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.Connecting.html): each is good for fifteen minutes to
 * connect, and a connection outlives it, so every new connection has one of its own.
 */
export function connectionOf(url: string, environment: NodeJS.ProcessEnv): PoolConfig {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const region = environment["AWS_REGION"];
  if (password !== "" || environment["AWS_ROLE_ARN"] === undefined || region === undefined) {
    return { connectionString: url };
  }
  const server = { host: hostname, port: Number(port || POSTGRES), user: decodeURIComponent(username) };
  const signer = once(async () => {
    const sdk = await import("@aws-sdk/rds-signer"); // of no use to the other services, which would hold it in memory
    return new sdk.Signer({ hostname, port: server.port, username: server.user, region });
  });
  const authority = searchParams.get("sslrootcert");
  return {
    ...server,
    database: decodeURIComponent(pathname.slice(1)),
    password: async () => (await signer()).getAuthToken(),
    // A token is sent as it is, so only to a server that the CA proves.
    ssl: {
      rejectUnauthorized: true,
      ...(authority === null ? {} : { ca: fs.readFileSync(authority, "utf8") }),
    },
  };
}

/** The signer keeps what the role was given until it expires. */
function once(make: () => Promise<Signer>): () => Promise<Signer> {
  let made: Promise<Signer> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
