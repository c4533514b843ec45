/** What this machine's processor is, and with it that of the virtual machines on it. */
import { execFileSync } from "node:child_process";

export const ARCHITECTURES = ["amd64", "arm64"] as const;

export type Architecture = (typeof ARCHITECTURES)[number];

export const isArchitecture = (text: string): text is Architecture =>
  (ARCHITECTURES as readonly string[]).includes(text);

const NAMES: Readonly<Record<string, Architecture>> = { x64: "amd64", arm64: "arm64" };

/** A Node for Intel says `x64` on Apple Silicon as well, where macOS translates it. */
const isAppleSilicon = (): boolean => {
  try {
    return (
      execFileSync("sysctl", ["-n", "hw.optional.arm64"], { encoding: "utf8", stdio: "pipe" }).trim() === "1"
    );
  } catch {
    return false; // Intel's do not know the name
  }
};

/** None where it is neither of the two that K3s and the image are made for. */
export function machineArchitecture(
  platform: NodeJS.Platform = process.platform,
  node: string = process.arch,
): Architecture | undefined {
  return platform === "darwin" && isAppleSilicon() ? "arm64" : NAMES[node];
}
