import path from "node:path";
import { Fn, Token } from "cdktf";
import { K3S_VERSION } from "../../config/k3s";
import { type Backup, backupVariables } from "./backup";

/** The script that turns a machine into a K3s server; its head lists the variables that it reads. */
export const BOOTSTRAP_SCRIPT = path.join(__dirname, "bootstrap.sh");

/** A certificate authority of a cluster, as PEM; ECDSA keys as SEC1. */
export interface Authority {
  readonly certificate: string;
  readonly privateKey: string;
}

/** What bootstrap.sh is told. Every value may be a Terraform token. */
export interface BootstrapInputs {
  /** Content of config.yaml, see `serverConfig`. */
  readonly config: string;

  /** Admission configuration, see `admissionConfig`. */
  readonly admission: string;

  /** Audit policy, see `auditPolicy`. */
  readonly audit: string;

  /**
   * HelmChartConfig of the bundled Traefik, see `traefikConfig`; the script then also waits for Traefik's custom
   * resources.
   *
   * @default - the node runs without the bundled Traefik
   */
  readonly traefik?: string;

  /**
   * Tag of the release.
   *
   * @default K3S_VERSION
   */
  readonly version?: string;

  /**
   * SHA-256 of the release's binary, by architecture, in lower-case hexadecimal.
   *
   * @default - the checksum file of the release itself, which proves an intact download, not its origin
   */
  readonly checksums?: { readonly amd64?: string; readonly arm64?: string };

  /**
   * HTTPS address below which the releases lie, for a mirror.
   *
   * @default https://github.com/k3s-io/k3s/releases/download
   */
  readonly releases?: string;

  /** Where a copy of the server's state goes every night. @default - none is made */
  readonly backup?: Backup;

  /**
   * The cluster's own authorities, for clients and for the server. They must exist before the first start; a node
   * that has started with others is refused.
   *
   * @default - K3s makes its own
   */
  readonly authorities?: { readonly client: Authority; readonly server: Authority };
}

/**
 * The lines that hand the inputs to bootstrap.sh when they stand above it: a shebang, then one export each.
 *
 * @throws if the version, a checksum or the address of the releases is malformed; all problems are in one message
 */
export function bootstrapExports(inputs: BootstrapInputs): string[] {
  const { authorities, checksums } = inputs;
  check(inputs);
  const variables: Record<string, string | undefined> = {
    MERIDIAN_K3S_VERSION: inputs.version ?? K3S_VERSION,
    MERIDIAN_K3S_CONFIG: inputs.config,
    MERIDIAN_K3S_ADMISSION: inputs.admission,
    MERIDIAN_K3S_AUDIT: inputs.audit,
    MERIDIAN_K3S_TRAEFIK: inputs.traefik,
    MERIDIAN_K3S_SHA256_AMD64: checksums?.amd64,
    MERIDIAN_K3S_SHA256_ARM64: checksums?.arm64,
    MERIDIAN_K3S_RELEASES: inputs.releases,
    ...backupVariables(inputs.backup),
    MERIDIAN_CLIENT_CA_CERT: authorities?.client.certificate,
    MERIDIAN_CLIENT_CA_KEY: authorities?.client.privateKey,
    MERIDIAN_SERVER_CA_CERT: authorities?.server.certificate,
    MERIDIAN_SERVER_CA_KEY: authorities?.server.privateKey,
  };
  return [
    "#!/bin/bash",
    ...Object.entries(variables).flatMap(([name, value]) =>
      value === undefined ? [] : [`export ${name}='${base64(value)}'`],
    ),
  ];
}

/**
 * The complete script as Azure's CustomScript extension takes it (`protectedSettings.script`): base64 of the exports
 * and the file. Private keys may stand in it, so it belongs into protected settings only.
 *
 * @param scriptPath path of bootstrap.sh as Terraform sees it, usually a `TerraformAsset`'s
 */
export function customScript(inputs: BootstrapInputs, scriptPath: string): string {
  const exports = `${bootstrapExports(inputs).join("\n")}\n`;
  return Fn.base64encode(Fn.join("", [...parts(exports), Fn.file(scriptPath)]));
}

function check({ version, checksums, releases }: BootstrapInputs): void {
  const expected: [field: string, value: string | undefined, form: RegExp, example: string][] = [
    ["version", version, /^v\d+\.\d+\.\d+(-rc\d+)?\+k3s\d+$/, `a release tag such as ${K3S_VERSION}`],
    ["checksums.amd64", checksums?.amd64, /^[0-9a-f]{64}$/, "a SHA-256 of 64 lower-case hexadecimal digits"],
    ["checksums.arm64", checksums?.arm64, /^[0-9a-f]{64}$/, "a SHA-256 of 64 lower-case hexadecimal digits"],
    ["releases", releases, /^https:\/\/\S+[^/\s]$/, "an address such as https://mirror.example.com/k3s"],
  ];
  const problems = expected.flatMap(([field, value, form, example]) =>
    value === undefined || Token.isUnresolved(value) || form.test(value)
      ? []
      : [`k3s bootstrap: '${field}' must be ${example}, got '${value}'`],
  );
  if (problems.length > 0) {
    throw new Error(problems.join("\n"));
  }
}

/** Base64 has no quote, newline or dollar sign: with every value the export stays one shell word. */
function base64(value: string): string {
  return Token.isUnresolved(value)
    ? Fn.base64encode(Fn.join("", parts(value)))
    : Buffer.from(value).toString("base64");
}

/**
 * A text with tokens as a list of expressions. cdktf's functions garble an argument in which quotes, newlines and
 * tokens meet, so each stretch of text travels as base64 as well.
 */
function parts(text: string): string[] {
  return text
    .split(/(\$\{TfToken\[[^\]]+\]\})/)
    .filter((part) => part !== "")
    .map((part) => (Token.isUnresolved(part) ? part : Fn.base64decode(Buffer.from(part).toString("base64"))));
}
