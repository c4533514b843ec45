/** The command line: a service by its name, or what is done beside them. */
import { runProgram } from "../../server/commands";
import { UsageError } from "../../server/options";
import { syncCertificates } from "../../server/sync-certificates";
import { serveAuth } from "./auth";
import { serveData } from "./data";
import { migrate } from "./migrations";
import { hashPassword } from "./password";
import { serveRec } from "./rec";
import { databaseUrl, publicKeys, signingKey, users } from "./secrets";
import {
  AUTH_OPTIONS,
  DATA_OPTIONS,
  MIGRATE_OPTIONS,
  parse,
  parseSyncSettings,
  REC_OPTIONS,
  SYNC_OPTIONS,
  WEB_OPTIONS,
} from "./settings";
import { USER_NAME } from "./users";
import { serveWeb } from "./web";

/** The first line of standard input, so that no password stands on a command line. */
async function passwordFrom(input: AsyncIterable<Buffer | string>): Promise<string> {
  let text = "";
  for await (const chunk of input) {
    text += chunk;
  }
  return text.split(/\r?\n/)[0] ?? "";
}

async function printHash([name = "", ...rest]: readonly string[]): Promise<void> {
  if (!USER_NAME.test(name) || rest.length > 0) {
    throw new UsageError(["expected the user's name, such as ada: hash-password ada <password.txt"]);
  }
  const password = await passwordFrom(process.stdin);
  if (password.length < 8) {
    throw new UsageError(["expected a password of at least 8 characters on standard input"]);
  }
  process.stdout.write(`${name}:${await hashPassword(password)}\n`);
}

runProgram(
  {
    name: "movies",
    commands: {
      web: {
        summary: "the page, and the way from it to the others",
        options: WEB_OPTIONS,
        run: (args) => serveWeb(parse(WEB_OPTIONS, {}, args, process.env)),
      },
      auth: {
        summary: "logins and tokens",
        options: AUTH_OPTIONS,
        run: (args) => {
          const wanted = { AUTH_USERS: users, AUTH_SIGNING_KEY: signingKey };
          const earlier = process.env["TOKEN_PUBLIC_KEYS"];
          const settings = parse(
            AUTH_OPTIONS,
            { ...wanted, ...(earlier ? { TOKEN_PUBLIC_KEYS: publicKeys } : {}) },
            args,
            process.env,
          );
          const { AUTH_USERS, AUTH_SIGNING_KEY, TOKEN_PUBLIC_KEYS = [] } = settings.secrets;
          return serveAuth(settings, {
            users: AUTH_USERS,
            key: AUTH_SIGNING_KEY,
            earlier: TOKEN_PUBLIC_KEYS,
          });
        },
      },
      rec: {
        summary: "three recommended movies",
        options: REC_OPTIONS,
        run: (args) => {
          const settings = parse(REC_OPTIONS, { TOKEN_PUBLIC_KEYS: publicKeys }, args, process.env);
          return serveRec(settings, settings.secrets.TOKEN_PUBLIC_KEYS);
        },
      },
      data: {
        summary: "the users' ratings",
        options: DATA_OPTIONS,
        run: (args) => {
          const settings = parse(DATA_OPTIONS, { DATABASE_URL: databaseUrl }, args, process.env);
          return serveData(settings, settings.secrets.DATABASE_URL);
        },
      },
      migrate: {
        summary: "take the database's schema to this version",
        options: MIGRATE_OPTIONS,
        run: async (args) => {
          const settings = parse(MIGRATE_OPTIONS, { DATABASE_URL: databaseUrl }, args, process.env);
          const steps = await migrate(settings.secrets.DATABASE_URL, settings["application-role"]);
          process.stdout.write(`${steps} ${steps === 1 ? "step" : "steps"} done\n`);
        },
      },
      "hash-password": {
        summary: "NAME: print the line of AUTH_USERS for a password from standard input",
        options: {},
        run: printHash,
      },
      "sync-certificates": {
        summary: "copy a certificate pair into another folder atomically, once or for ever",
        options: SYNC_OPTIONS,
        run: async (args) => {
          process.exit(await syncCertificates(parseSyncSettings(args, process.env)));
        },
      },
    },
  },
  process.argv.slice(2),
);
