import { isValues, type Value, type Values } from "../emulator/values";
import { applies, select } from "./arguments";
import type { Exposure } from "./rule";

/** A port that is for few, and who may connect to it. */
export interface Opening {
  readonly port: string;
  readonly from: readonly string[];
}

/** SQL Server, MySQL, PostgreSQL, Redis, Elasticsearch, Memcached, MongoDB, etcd. https://www.iana.org/assignments/service-names-port-numbers */
const DATABASES = [1433, 3306, 5432, 6379, 9200, 11211, 27017, 2379];

/** What follows the type in the rule's name. */
export const OPEN_PORTS = "open-ports";

export const opened = (port: string, from: string): string =>
  `port ${port} is open to ${from}: ${DATABASES.includes(Number(port)) ? "databases are for the programs that use them" : "administration is for operators only"}`;

/** Ports that a resource opens and that are for few: SSH, RDP, the Kubernetes API, databases, or what the table names. */
export function openings(exposure: Exposure, config: Values): Opening[] {
  return blocksAt(config, exposure.within).flatMap((block) => openingsIn(exposure, block));
}

const GUARDED = [22, 3389, 6443, ...DATABASES];

function openingsIn({ when, ports, from, otherwise, guarded }: Exposure, block: Values): Opening[] {
  if (!applies(when, block)) return [];
  const named = from.flatMap((path) => select(block, path)).map(String);
  const who = named.length === 0 && otherwise !== undefined ? [otherwise] : named;
  if (who.length === 0) return [];
  if ("always" in guarded) return [{ port: guarded.always, from: who }];
  const ranges = ports.flatMap((path) => select(block, path)).map(portRange);
  const pair =
    "low" in guarded ? [pairOf(select(block, guarded.low)[0], select(block, guarded.high)[0])] : [];
  return GUARDED.filter((port) =>
    [...ranges, ...pair].some(([low, high]) => low <= port && port <= high),
  ).map((port) => ({ port: String(port), from: who }));
}

type PortRange = readonly [low: number, high: number];

/** No ports at all are all of them. */
const pairOf = (low: Value | undefined, high: Value | undefined): PortRange =>
  low === undefined && high === undefined ? [0, 65535] : [Number(low), Number(high)];

function portRange(value: Value): PortRange {
  if (value === "*") return [0, 65535];
  const [low = "", high = low] = String(value).split("-");
  return [Number(low), Number(high)];
}

/** The blocks of a name; without a name the resource itself. */
function blocksAt(config: Values, name: string | undefined): Values[] {
  if (name === undefined) return [config];
  const value = config[name];
  return (Array.isArray(value) ? value : [value]).filter(isValues);
}
