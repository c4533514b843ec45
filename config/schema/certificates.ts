import { z } from "zod";
import { everyCloud } from "../clouds";
import { choice, expected, oneKindOf, record } from "./primitives";

/** A CA of the platform's own: only the balancer talks to the regions, and it pins this CA. */
const privateCa = record({ kind: z.literal("private-ca") });

/** Let's Encrypt through cert-manager in every API cluster. */
const letsEncrypt = record({
  kind: z.literal("letsencrypt"),
  /** Let's Encrypt's contact for the account. */
  email: z.email(expected("an e-mail address", "platform@example.com")),
  /** `dns-01` needs a Cloudflare token in the cluster; `http-01` needs port 80 open to the world. @default "dns-01" */
  challenge: choice("dns-01", "http-01").default("dns-01"),
  /** Clients do not trust staging certificates, but those have no rate limits: begin there. @default "staging" */
  server: choice("staging", "production").default("staging"),
});

/** Plain HTTP, from the users to the pods. */
const none = record({ kind: z.literal("none") });

/** Who issues the certificates of the regional APIs. */
export const certificates = oneKindOf("certificates", [
  privateCa,
  letsEncrypt,
  none,
  ...everyCloud("certificates"),
]);
