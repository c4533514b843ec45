import type { Rule } from "../../problem";

/**
 * Let's Encrypt counts certificates by registered domain (https://letsencrypt.org/docs/rate-limits/), and all names of
 * addresses are under one.
 */
const lateNamesShareLimits: Rule = ({ certificates, domain }) =>
  certificates.kind === "letsencrypt" && certificates.server === "production" && domain === undefined
    ? [
        {
          path: ["certificates", "server"],
          message:
            'every name is under nip.io, whose users share the limits of Let\'s Encrypt: an order may be refused for a week; better a domain of your own, such as "api.example.com", or "staging"',
        },
      ]
    : [];

/** What works on Vultr and will hurt. */
export const warnings: readonly Rule[] = [lateNamesShareLimits];
