import fs from "node:fs";
import path from "node:path";

/** Let's Encrypt's two services (https://letsencrypt.org/docs/staging-environment/). */
export type Server = "staging" | "production";

const DIRECTORIES: Readonly<Record<Server, string>> = {
  staging: "https://acme-staging-v02.api.letsencrypt.org/directory",
  production: "https://acme-v02.api.letsencrypt.org/directory",
};

/** Where cert-manager orders certificates. */
export const directoryOf = (server: Server): string => DIRECTORIES[server];

/**
 * The CAs behind a server's certificates, PEM; nothing for production, whose CAs every system knows. No system
 * knows staging's: a caller that verifies must be given them. They are Let's Encrypt's four published staging roots.
 */
export const trustOf = (server: Server): string | undefined =>
  server === "staging"
    ? fs.readFileSync(path.join(__dirname, "letsencrypt-staging-roots.pem"), "utf8")
    : undefined;
