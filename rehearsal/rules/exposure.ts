import { isValues, type Value, type Values } from "../emulator/values";
import { applies, select } from "./arguments";
import type { Exposure } from "./rule";

/** A port of administration, and who may connect to it. */
export interface Opening {
  readonly port: string;
  readonly from: readonly string[];
}

/** What follows the type in the rule's name. */
export const OPEN_PORTS = "open-ports";

export const opened = (port: string, from: string): string =>
  `port ${port} is open to ${from}: administration is for operators only`;

/** Ports of administration that a resource opens: SSH, RDP and the Kubernetes API, or what the table names. */
export function openings(exposure: Exposure, config: Values): Opening[] {
  return blocksAt(config, exposure.within).flatMap((block) => openingsIn(exposure, block));
}

const GUARDED = [22, 3389, 6443];

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
