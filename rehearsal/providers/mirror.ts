import fs from "node:fs";
import path from "node:path";
import { InputError } from "../input-error";
import type { Requirement } from "../schema/source";
import { compare, meets } from "./version";

/** A provider's program that a mirror has. */
export interface Mirrored {
  readonly address: string;
  readonly version: string;
}

const PLATFORM = `${process.platform === "win32" ? "windows" : process.platform}_${process.arch === "x64" ? "amd64" : process.arch}`;

const MAKE =
  "make one with 'npm run rehearse -- <environment> --make-providers <folder>', or with 'terraform providers mirror'";

/**
 * A filesystem mirror of providers, packed or unpacked.
 * https://developer.hashicorp.com/terraform/cli/config/config-file#filesystem_mirror
 */
export class Mirror {
  private constructor(
    readonly folder: string,
    private readonly programs: readonly Mirrored[],
  ) {}

  /** @throws InputError where there is no mirror, or none for this machine */
  static open(folder: string): Mirror {
    let files: string[];
    try {
      files = fs.readdirSync(folder, { recursive: true, encoding: "utf8" });
    } catch {
      throw new InputError(`--providers ${folder}: no such folder; ${MAKE}`);
    }
    const programs = files.flatMap((file) => programIn(file.split(path.sep)) ?? []);
    if (programs.length > 0) return new Mirror(path.resolve(folder), programs);
    throw new InputError(
      `--providers ${folder}: holds no provider for ${PLATFORM}, as <host>/<namespace>/<type>/terraform-provider-<type>_<version>_${PLATFORM}.zip; ${MAKE}`,
    );
  }

  /** The newest program that meets a requirement, or why there is none. */
  find({ address, version }: Requirement): Mirrored | string {
    const all = this.programs.filter((program) => program.address === address);
    const [newest] = all
      .filter((program) => meets(program.version, version))
      .sort((a, b) => compare(b.version, a.version));
    if (newest) return newest;
    const wanted = [address.split("/").at(-1), ...(version ? [version] : [])].join(" ");
    if (all.length === 0) return `${wanted}: not in the mirror`;
    return `${wanted}: the mirror has ${all.map((program) => program.version).join(", ")}`;
  }
}

/** `registry.terraform.io/hashicorp/tls/terraform-provider-tls_4.1.0_linux_amd64.zip`, or `.../tls/4.1.0/linux_amd64`. */
function programIn(steps: readonly string[]): Mirrored | undefined {
  const [host, namespace, type, last = "", platform] = steps;
  const address = `${host}/${namespace}/${type}`;
  const packed = /^terraform-provider-[\w-]+?_(\d[^_]*)_(\w+_\w+)\.zip$/.exec(last);
  if (steps.length === 4 && packed?.[2] === PLATFORM) return { address, version: packed[1] as string };
  return steps.length === 5 && platform === PLATFORM ? { address, version: last } : undefined;
}
