import fs from "node:fs";
import path from "node:path";
import { type Synthesis, synthesize } from "./synth";

/** What made a resource, data source or the like. */
export interface Origin {
  /** The construct, such as `azure-network-eu/Network/Nodes`. */
  readonly construct: string;
  /** The project's own file that made it, relative to the project, and the line. */
  readonly file?: string;
  readonly line?: number;
}

/** Synthesizes with traces of where each construct is made. HCL has no place for them, so it is always JSON. */
export async function synthesizeTraced(synthesis: Omit<Synthesis, "hcl" | "variables">): Promise<void> {
  const preload = `--require=${JSON.stringify(path.join(__dirname, "traces.cjs"))}`;
  const variables = { NODE_OPTIONS: [process.env["NODE_OPTIONS"], preload].filter(Boolean).join(" ") };
  await synthesize({ ...synthesis, hcl: false, variables });
}

interface Metadata {
  readonly path?: string;
  readonly stackTrace?: readonly string[];
}

type Block = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

/**
 * What made the thing of an address.
 *
 * @param file - a synthesized `cdk.tf.json`
 * @param project - files outside of it, and its packages, are no place to change
 */
export function originOf(address: string, file: string, project: string): Origin | undefined {
  if (!file.endsWith(".json") || !fs.existsSync(file)) return undefined;
  const root = JSON.parse(fs.readFileSync(file, "utf8")) as { resource?: Block; data?: Block };
  const [, data, type = "", name = ""] = /^(data\.)?([\w-]+)\.([\w-]+)/.exec(address) ?? [];
  const found = (data ? root.data : root.resource)?.[type]?.[name]?.["//"] as
    | { metadata?: Metadata }
    | undefined;
  if (!found?.metadata?.path) return undefined;
  const frame = (found.metadata.stackTrace ?? []).map((text) => frameIn(text, project)).find(Boolean);
  return { construct: found.metadata.path, ...frame };
}

/** `new Network (/home/me/project/constructs/azure/network.ts:41:5)`, or without parentheses. */
function frameIn(text: string, project: string): { file: string; line: number } | undefined {
  const [, absolute = "", line = ""] = /\(?(?:file:\/\/)?(\/[^()]+):(\d+):\d+\)?$/.exec(text) ?? [];
  const relative = path.relative(project, absolute);
  const isOwn =
    absolute !== "" && !relative.startsWith("..") && !relative.split(path.sep).includes("node_modules");
  return isOwn ? { file: relative, line: Number(line) } : undefined;
}
