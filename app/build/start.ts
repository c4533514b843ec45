/** `npm start -w @meridian/api`: bundles the API and runs it with a certificate for localhost, which is made where it is missing. */
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { bundle } from "./bundle";
import { selfSigned } from "./self-signed";

const dist = path.join(__dirname, "../dist");
const certificate = path.join(dist, "certificate");
const program = path.join(dist, "api.cjs");

async function main(): Promise<void> {
  await bundle(program, "development");
  fs.mkdirSync(certificate, { recursive: true, mode: 0o700 });
  if (!fs.existsSync(path.join(certificate, "tls.key"))) {
    const { cert, key } = selfSigned();
    fs.writeFileSync(path.join(certificate, "tls.crt"), cert);
    fs.writeFileSync(path.join(certificate, "tls.key"), key, { mode: 0o600 });
  }
  const pair = [`--cert=${certificate}/tls.crt`, `--key=${certificate}/tls.key`];
  const local = ["--drain-delay=0s", "--demonstration"];
  const api = spawn(process.execPath, [program, ...pair, ...local, ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => api.kill(signal));
  }
  api.on("exit", (code) => process.exit(code ?? 1));
}

void main();
