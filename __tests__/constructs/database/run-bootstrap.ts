import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { Testing } from "cdktf";
import { DatabaseUsers } from "../../../constructs/database/database-users";
import type { Server } from "./server";

type Resources = Record<string, Record<string, Record<string, unknown>>>;

/** For whom users are made. */
export interface Wanted {
  readonly database: string;
  readonly cluster: string;
  readonly generation: number;
  /** @default - all have passwords */
  readonly identity?: string | undefined;
  /** The server's group in which the identity is made. @default - it is there */
  readonly group?: string | undefined;
}

/** What a user's password is in tests: `Owner1`. */
export const passwordOf = (role: "Owner" | "Application", generation: number): string =>
  `${role}${generation}`;

/** What Terraform makes for a generation of passwords, with its expressions replaced. */
function made(server: Server, { database, cluster, generation, identity, group }: Wanted) {
  const text = Testing.synthScope((scope) => {
    new DatabaseUsers(scope, "Users", {
      name: database,
      cluster,
      passwordGeneration: generation,
      connection: {
        host: server.host,
        port: server.port,
        database,
        ca: fs.readFileSync(server.ca, "utf8"),
        administrator: server.administrator,
        ...(identity === undefined
          ? {}
          : { identity: { user: identity, ...(group === undefined ? {} : { group }) } as never }),
      },
      egress: [],
      namespace: "databases",
    });
  });
  const applied = text
    .replace(/\$\{random_password\.\w*(Owner|Application)\w*\.result\}/g, (_, role) =>
      passwordOf(role, generation),
    )
    .replaceAll("$${", "${");
  const { resource } = JSON.parse(applied) as { resource: Resources };
  const only = (type: string) => Object.values(resource[type] ?? {})[0] as Record<string, unknown>;
  return {
    files: only("kubernetes_config_map_v1")["data"] as Record<string, string>,
    secrets: only("kubernetes_secret_v1")["data"] as Record<string, string>,
    job: only("kubernetes_job_v1")["spec"] as unknown as {
      template: { spec: { container: { env: { name: string; value?: string }[] }[] } };
    },
  };
}

/** Runs the job's script with the variables that its pod would have. */
export function runBootstrap(server: Server, wanted: Wanted) {
  const { files, secrets, job } = made(server, wanted);
  const folder = fs.mkdtempSync(path.join(server.folder, "bootstrap-"));
  for (const [name, content] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), content);
  const env = Object.fromEntries(
    (job.template.spec.container[0]?.env ?? []).map(({ name, value }) => [name, value ?? secrets[name]]),
  );
  // Its root certificates lie where the pod's volume has them.
  const rootCert = String(env["PGSSLROOTCERT"]).replace("/bootstrap", folder);
  const { status, stdout, stderr } = spawnSync("setsid", ["sh", path.join(folder, "run.sh")], {
    encoding: "utf8",
    env: { ...env, PATH: `${server.bin}:${process.env["PATH"]}`, PGSSLROOTCERT: rootCert },
  });
  return { status, stdout, stderr };
}
