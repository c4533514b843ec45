/** The command line: `serve` (the default), `sync-certificates`, `healthcheck`. */
import { runProgram } from "../server/commands";
import { healthcheck } from "../server/healthcheck";
import { syncCertificates } from "../server/sync-certificates";
import { serve } from "./serve";
import { parseSettings, parseSyncSettings, SERVE_OPTIONS, SYNC_OPTIONS } from "./settings";

runProgram(
  {
    name: "api",
    main: "serve",
    commands: {
      serve: {
        summary: "serve the API (the default command)",
        options: SERVE_OPTIONS,
        run: (args) => serve(parseSettings(args, process.env)),
      },
      "sync-certificates": {
        summary: "copy a certificate pair into another folder atomically, once or for ever",
        options: SYNC_OPTIONS,
        run: async (args) => {
          process.exit(await syncCertificates(parseSyncSettings(args, process.env)));
        },
      },
      healthcheck: {
        summary: "ask the API on this machine whether it lives; takes the flags of serve",
        options: SERVE_OPTIONS,
        run: (args) => healthcheck(parseSettings(args, process.env)),
      },
    },
  },
  process.argv.slice(2),
);
