import { stringify } from "yaml";
import type { Gitops } from "../../config/schema/environment";
import { SCOPES, SSO_SECRET, type Sso } from "../consoles/sso";
import { resources } from "../kubernetes/resources";
import { notificationValues } from "./notifications";

/**
 * A list of Applications is as healthy as these are. Argo CD had this itself until 1.8, and says how to have it again
 * (https://argo-cd.readthedocs.io/en/stable/operator-manual/health/#argocd-app).
 */
const APPLICATION_HEALTH = `hs = {}
hs.status = "Progressing"
hs.message = ""
if obj.status ~= nil and obj.status.health ~= nil then
  hs.status = obj.status.health.status
  if obj.status.health.message ~= nil then
    hs.message = obj.status.health.message
  end
end
return hs
`;

export interface ArgoCdValuesProps {
  readonly gitops: Gitops;
  /** Whether failures are posted to a chat. */
  readonly alerts: boolean;
  /** The name of its page, and who knows people. @default - it is forwarded */
  readonly console?: { readonly host: string; readonly sso: Sso } | undefined;
}

/**
 * Values of Argo CD's chart: what differs from the chart's own.
 *
 * Source of the keys: https://github.com/argoproj/argo-helm/blob/argo-cd-10.1.1/charts/argo-cd/values.yaml, and of those
 * below `cm` and `params`: https://argo-cd.readthedocs.io/en/stable/operator-manual/argocd-cm-yaml/
 */
export const argoCdValues = ({ gitops, alerts, console }: ArgoCdValuesProps) => {
  const { repository, argocd } = gitops;
  const several = argocd?.highAvailability ? { replicas: 2, pdb: { enabled: true, maxUnavailable: 1 } } : {};
  return {
    // Of its own cluster it needs its own namespace; the others are entered by accounts.
    createClusterRoles: false,
    crds: { install: true, keep: true }, // with them would go every Application
    global: { domain: console?.host ?? "localhost:8080" }, // as the guide forwards it
    configs: {
      cm: {
        "timeout.reconciliation": `${repository.intervalSeconds}s`,
        "resource.respectRBAC": "normal", // it looks only at what its accounts may see
        "resource.customizations.health.argoproj.io_Application": APPLICATION_HEALTH,
        ...(console ? signIn(console.sso) : {}),
      },
      params: {
        "applicationsetcontroller.policy": "create-update", // none deletes, whatever it says itself
        ...(console ? { "server.insecure": true } : {}), // Traefik ends TLS before it
      },
      ...(console ? { rbac: { "policy.csv": `g, ${console.sso.group}, role:admin\n` } } : {}),
      ...(repository.access === "deploy-key"
        ? { ssh: { knownHosts: repository.knownHosts, extraHosts: "" } }
        : {}),
    },
    controller: { resources: resources("100m", "256Mi", "1Gi") },
    server: { ...several, resources: resources("50m", "128Mi", "256Mi") },
    repoServer: { ...several, resources: resources("50m", "128Mi", "512Mi") },
    applicationSet: { ...several, resources: resources("20m", "64Mi", "256Mi") },
    dex: { enabled: false },
    notifications: notificationValues(alerts ? gitops.alerts : { kind: "none" }),
    redis: { resources: resources("20m", "64Mi", "128Mi") },
    redisSecretInit: { resources: resources("10m", "64Mi") },
    ...(argocd?.highAvailability ? { "redis-ha": { enabled: true } } : {}),
  };
};

/** People come from the issuer alone (https://argo-cd.readthedocs.io/en/stable/operator-manual/user-management/#existing-oidc-provider). */
const signIn = ({ issuer, clientId }: Sso) => ({
  "admin.enabled": false,
  "oidc.config": stringify({
    name: "SSO",
    issuer,
    clientID: clientId,
    clientSecret: `$${SSO_SECRET.name}:${SSO_SECRET.key}`,
    requestedScopes: [...SCOPES],
    enablePKCEAuthentication: true,
  }),
});
