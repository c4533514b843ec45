/** What is measured: the API as it ships, Go with the same routes, and Node's bare layers. */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { bundle } from "../../app/build/bundle";
import { selfSigned } from "../../app/build/self-signed";
import type { Candidate, Protocol } from "./measure";
import { BASE } from "./report";

export interface Entry extends Candidate {
  readonly protocols: readonly Protocol[];
  /** Only `/bench`, where it has no other route. */
  readonly onlyBench: boolean;
}

const BOTH: readonly Protocol[] = ["HTTP/1.1", "HTTP/2"];

/** Builds into a folder that is thrown away. */
export async function candidates(folder: string, node: string): Promise<readonly Entry[]> {
  const { cert, key } = selfSigned();
  const [certFile, keyFile] = [path.join(folder, "tls.crt"), path.join(folder, "tls.key")];
  fs.writeFileSync(certFile, cert);
  fs.writeFileSync(keyFile, key);
  const go = path.join(folder, "go-api");
  execFileSync("go", ["build", "-o", go, "."], { cwd: path.join(__dirname, "go"), stdio: "inherit" });
  const api = path.join(folder, "api.cjs");
  await bundle(api, "benchmark");
  const served = ["-metrics-port", "off", "-demonstration"];
  const pair = ["-cert", certFile, "-key", keyFile];
  const whole = (name: string, command: Candidate["command"]): Entry => ({
    name,
    command,
    protocols: BOTH,
    onlyBench: false,
  });
  const layer = (name: string, protocol: Protocol): Entry => ({
    name: `node, ${name}`,
    command: (port) => [node, path.join(__dirname, "layers.js"), name, String(port), certFile, keyFile],
    protocols: [protocol],
    onlyBench: true,
  });
  return [
    whole("go, bare", (port) => [go, "-port", String(port), ...pair]),
    whole(BASE, (port) => [go, "-observe", "-port", String(port), ...pair]),
    whole("the API", (port) => [node, api, "-port", String(port), ...served, ...pair]),
    layer("https", "HTTP/1.1"),
    layer("tls-only", "HTTP/1.1"),
    layer("http2", "HTTP/2"),
  ];
}
