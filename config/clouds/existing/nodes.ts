import fs from "node:fs";
import path from "node:path";
import type { z } from "zod";
import { ConfigurationError, type Problem, reasonOf } from "../../problem";
import { repeated } from "../../rules/repeated";
import type { EnvironmentInput } from "../../schema/environment";
import { address, hostName, integer, name, record, someOf } from "../../schema/primitives";
import { clusterRole } from "../../schema/role";

/** The nodes that Vagrant makes and the environment `local` is about. */
const FILE = path.join(__dirname, "../../../vagrant/nodes.json");

const SOURCE = "vagrant/nodes.json";

/** A machine with a cluster of its own; memory in MiB. */
const node = record({
  name: name("a machine's name", "vm-eu", 30),
  cluster: name("a cluster's name", "eu"),
  region: name("a region's name", "eu"),
  role: clusterRole,
  address: address("the machine's address", "192.168.56.11"),
  host: hostName("the cluster's host name", "api.eu"),
  memory: integer("MiB of memory", 1024, 1_048_576, 4096),
  cpus: integer("the number of processors", 1, 256, 2),
});

const nodes = someOf("nodes", [{ name: "vm-eu", cluster: "eu", region: "eu", role: "api" }], node);

type Node = z.output<typeof node>;

/**
 * The regions of an environment, by its nodes.
 *
 * @throws ConfigurationError with every problem of the file
 */
export function regionsOfNodes(file: string = FILE): EnvironmentInput["regions"] {
  const listed = parsed(file);
  return Object.fromEntries(
    [...new Set(listed.map(({ region }) => region))].map((region) => [
      region,
      { clusters: clustersIn(listed.filter((each) => each.region === region)) },
    ]),
  );
}

const clustersIn = (nodes: readonly Node[]): EnvironmentInput["regions"][string]["clusters"] =>
  Object.fromEntries(
    nodes.map(({ cluster, role, address, host }) => [cluster, { kind: "existing", role, address, host }]),
  );

function parsed(file: string): readonly Node[] {
  let content: unknown;
  try {
    content = JSON.parse(fs.readFileSync(file, "utf8"));
  } catch (error) {
    throw new ConfigurationError(SOURCE, [
      { path: [], message: `cannot be read: ${reasonOf(error)}; expected a list of nodes in JSON` },
    ]);
  }
  const result = nodes.safeParse(content);
  const problems = result.success ? twice(result.data) : result.error.issues;
  if (problems.length > 0 || !result.success) throw new ConfigurationError(SOURCE, problems);
  return result.data;
}

/** What every node has for itself. The environment would say so of hosts and addresses too, but of one cluster it knows only the last. */
const twice = (nodes: readonly Node[]): readonly Problem[] =>
  (["name", "cluster", "address", "host"] as const).flatMap((key) =>
    repeated([...nodes.entries()], ([, each]) => each[key]).map(([[first], [second, { [key]: value }]]) => ({
      path: [second, key],
      message: `[${first}] has ${JSON.stringify(value)} too; expected one of its own`,
    })),
  );
