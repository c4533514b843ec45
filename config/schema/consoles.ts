import { z } from "zod";
import { choice, expected, record, text, url } from "./primitives";

const SECRET = { secrets: "the variable TF_VAR_sso_client_secret holds the client's secret" };

const endpoint = (what: string, example: string) => url(what, example, SECRET);

/** Where an issuer of OpenID Connect does what, for programs that do not look it up. */
const endpoints = record({
  authorization: endpoint("the issuer's authorization_endpoint", "https://login.example.com/authorize"),
  token: endpoint("the issuer's token_endpoint", "https://login.example.com/token"),
  userInfo: endpoint("the issuer's userinfo_endpoint", "https://login.example.com/userinfo"),
});

/** Who knows people (OpenID Connect), and who of them may in. The client's secret is the sensitive variable `sso_client_secret`. */
const sso = record(
  {
    /** As `iss` in its tokens has it; `<issuer>/.well-known/openid-configuration` describes it. */
    issuer: url("the issuer's URL", "https://login.example.com", SECRET),
    clientId: text("a client's id", "meridian", /^[\w.:@/-]{1,128}$/),
    /** The group, in the claim `groups`, whose members may do everything; others do not get in. */
    group: text("a group", "platform-engineers", /^[\w.:@/-]{1,128}$/),
    /** Grafana alone needs them: the issuer's description lists them. @default - Grafana is not shown */
    endpoints: endpoints.optional(),
  },
  { clientSecret: "TF_VAR_sso_client_secret" },
);

/** Pages of tools at names of their own, `<tool>.<name of its cluster>`, for those who have signed in. */
export const consoles = record({
  /** Which: Argo CD, and what the hub has. */
  show: z
    .array(choice("argocd", "grafana", "prometheus"), expected("tools", ["argocd"]))
    .min(1, expected("at least one tool", ["argocd"])),
  /** Who may see them. There is no way to show one without it. */
  sso,
});
