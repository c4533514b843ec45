import { execFileSync } from "node:child_process";
import path from "node:path";

const openssl = (folder: string, ...args: readonly string[]): void => {
  execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
};

const EC = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30"] as const;

/** A CA in a folder: `ca.crt` and `ca.key`. */
export function makeAuthority(folder: string): string {
  openssl(folder, "req", "-x509", ...EC, "-keyout", "ca.key", "-out", "ca.crt", "-subj", "/CN=test CA");
  return path.join(folder, "ca.crt");
}

/** A certificate for a host name, signed by the folder's CA: `<host>.crt` and `<host>.key`. */
export function makeCertificate(
  folder: string,
  host: string,
): { readonly cert: string; readonly key: string } {
  openssl(
    folder,
    ...["req", "-x509", ...EC, "-CA", "ca.crt", "-CAkey", "ca.key"],
    ...["-keyout", `${host}.key`, "-out", `${host}.crt`, "-subj", `/CN=${host}`],
    ...["-addext", `subjectAltName=DNS:${host}`, "-addext", "basicConstraints=critical,CA:FALSE"],
  );
  return { cert: path.join(folder, `${host}.crt`), key: path.join(folder, `${host}.key`) };
}
