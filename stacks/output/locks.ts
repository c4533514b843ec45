import fs from "node:fs";
import path from "node:path";

/** A provider as a workspace requires it. */
export interface RequiredProvider {
  /** Such as `registry.terraform.io/hashicorp/tls`. */
  readonly address: string;
  readonly version: string;
}

/** What Terraform reads checksums of providers from, in a workspace's folder. */
export const LOCK_FILE = ".terraform.lock.hcl";

/** The committed checksums of all that an environment requires. */
export const lockOf = (environment: string): string => `config/locks/${environment}.hcl`;

const HEADER = `# Cut from config/locks by synthesis, for "terraform init -lockfile=readonly".\n`;

/** `provider "registry.terraform.io/hashicorp/tls" { ... }`, as Terraform writes it: one block after the other. */
const BLOCK = /^provider "([^"]+)" \{\n(?:.*\n)*?\}$/gm;

/**
 * The part of an environment's lock that a workspace needs: exactly the providers that it requires, at their versions.
 *
 * @returns undefined where the lock has not all of them
 */
export function cutLock(lock: string, required: readonly RequiredProvider[]): string | undefined {
  const blocks = new Map([...lock.matchAll(BLOCK)].map(([block, address]) => [address, block]));
  const cut = required.map(({ address, version }) => {
    const block = blocks.get(address);
    return block?.includes(`\n  version     = "${version}"\n`) ? block : undefined;
  });
  return cut.includes(undefined) ? undefined : `${HEADER}\n${[...cut].sort().join("\n\n")}\n`;
}

/** The environments of whose providers no checksum is known, or not of all of them. */
export type Unlocked = readonly string[];

/** Workspaces of an environment, each with what it requires. */
type Required = Readonly<Record<string, readonly RequiredProvider[]>>;

/** Writes the locks of synthesized workspaces into their folders. Where a lock lacks something none is written. */
export function writeLocks(
  checkout: string,
  outdir: string,
  environments: Readonly<Record<string, Required>>,
): Unlocked {
  return Object.entries(environments).flatMap(([environment, workspaces]) => {
    const file = path.join(checkout, lockOf(environment));
    const lock = fs.existsSync(file) ? fs.readFileSync(file, "utf8").replaceAll("\r\n", "\n") : "";
    const cut = Object.entries(workspaces).map(([id, required]) => [id, cutLock(lock, required)] as const);
    if (cut.some(([, text]) => text === undefined)) return [environment];
    for (const [id, text] of cut)
      fs.writeFileSync(path.join(outdir, "stacks", id, LOCK_FILE), text as string);
    return [];
  });
}
