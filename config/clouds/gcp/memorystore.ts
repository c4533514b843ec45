import type { Rule } from "../../problem";

/**
 * The machines of Memorystore for Valkey, and what each keeps, in GiB
 * (https://cloud.google.com/memorystore/docs/valkey/instance-node-specification).
 */
const NODES = [
  ["SHARED_CORE_NANO", 1.12],
  ["STANDARD_SMALL", 5.2],
  ["HIGHMEM_MEDIUM", 10.4],
  ["HIGHMEM_XLARGE", 46.4],
] as const;

const LARGEST = Math.floor(NODES[NODES.length - 1]?.[1] ?? 0);

/** The smallest machine that keeps as much; none where there is none. */
export const nodeTypeOf = (memoryGiB: number): string | undefined =>
  NODES.find(([, keeps]) => keeps >= memoryGiB)?.[0];

const nodesExist: Rule = ({ caches }) =>
  Object.entries(caches)
    .filter(([, { memoryGiB }]) => nodeTypeOf(memoryGiB) === undefined)
    .map(([name, { memoryGiB }]) => ({
      path: ["caches", name, "memoryGiB"],
      message: `a cache of one node keeps at most ${LARGEST} GiB; expected less than ${memoryGiB}, such as 5`,
    }));

/** https://cloud.google.com/memorystore/docs/valkey/create-instances */
const namesFit: Rule = ({ name, caches }) =>
  Object.keys(caches)
    .filter((cache) => `${name}-${cache}`.length > 63)
    .map((cache) => ({
      path: ["caches", cache],
      message: `${name}-${cache} has more than 63 signs; expected a shorter name, such as "sessions"`,
    }));

export const cacheRules: readonly Rule[] = [nodesExist, namesFit];
