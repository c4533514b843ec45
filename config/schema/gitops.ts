import { z } from "zod";
import { choice, expected, flag, integer, isSshKey, record, text, url } from "./primitives";

const branch = text("a branch", "main", /^[\w][\w./-]{0,200}$/).default("main");

const interval = integer("seconds between two looks at the repository", 10, 86_400, 60).default(60);

/** A repository that is read without credentials. */
const publicRepository = record({
  access: z.literal("public"),
  url: url("the repository", "https://github.com/example-org/meridian", {
    secrets: 'a private one has access "deploy-key", and its key is the variable TF_VAR_git_deploy_key',
  }),
  /** @default "main" */
  branch,
  /** @default 60 */
  intervalSeconds: interval,
});

const SSH_URL = "ssh://git@github.com/example-org/meridian.git";

const KNOWN_HOST = "github.com ssh-ed25519 AAAA...";
const KNOWN_HOSTS = /^(?:[\w.,:[\]-]+ (?:ssh|ecdsa)-[\w-]+ [A-Za-z0-9+/]+={0,3}(?: [^\n]*)?\n?)+$/;

const isKnownHost = (line: string): boolean => {
  const [, type = "", body = ""] = line.split(" ");
  return isSshKey(type, body);
};

/** A repository that is read with a deploy key: the sensitive variable `git_deploy_key` holds the private half. */
const privateRepository = record({
  access: z.literal("deploy-key"),
  url: url("the repository", SSH_URL, {
    schemes: ["ssh"],
    secrets: "the key is the variable TF_VAR_git_deploy_key",
  }).refine((value) => !value.startsWith("ssh://") || value.includes("@"), {
    error: `names no user; ${expected("the repository with the user who fetches", SSH_URL).error}`,
  }),
  /**
   * The server's public keys as `ssh-keyscan` prints them, compared with what their owner publishes: Flux talks to no
   * server with another key.
   */
  knownHosts: text("the server's public keys, a line for each", KNOWN_HOST, KNOWN_HOSTS).refine(
    (value) => !KNOWN_HOSTS.test(value) || value.trim().split("\n").every(isKnownHost),
    {
      error: `holds a key that is not whole; ${expected("what ssh-keyscan prints", KNOWN_HOST).error}`,
    },
  ),
  /** @default "main" */
  branch,
  /** @default 60 */
  intervalSeconds: interval,
});

const noAlerts = record({ kind: z.literal("none") });

/** A chat room; its webhook's URL opens the door there, so it is the sensitive variable `delivery_alert_url`. */
const chat = record(
  {
    kind: choice("slack", "discord", "msteams", "rocket"),
    /** @default - the webhook's own channel */
    channel: text("a channel", "releases", /^[\w.@#-]{1,80}$/).optional(),
  },
  { url: "TF_VAR_delivery_alert_url" },
);

/** The Argo CD that delivers into all clusters. */
const argocd = record({
  /** Whether two of its programs that bear the load run, and three of its cache: that takes three nodes. @default false */
  highAvailability: flag().default(false),
});

/** How clusters fetch what they run from a Git repository. */
export const gitops = record({
  /** The repository, and how clusters may read it. */
  repository: z.discriminatedUnion("access", [publicRepository, privateRepository], {
    error: 'expected a repository with access "public" or "deploy-key"',
  }),
  /** The chat that is told of a rollout that failed. @default - none; `kubectl get canaries` shows it */
  alerts: z
    .discriminatedUnion("kind", [noAlerts, chat], expected("alerts", { kind: "slack" }))
    .prefault({ kind: "none" }),
  /** Only with delivery "argocd". @default - one of each of its programs */
  argocd: argocd.optional(),
});
