import type { IDeployment } from "kubernetes-models/apps/v1/Deployment";
import type { IService } from "kubernetes-models/v1/Service";
import { IMAGES, referenceTo } from "../kubernetes/images";
import { type Pods, reach, toNeighbours } from "../kubernetes/network-policy";
import type { KubernetesObject } from "../kubernetes/object";
import { resources } from "../kubernetes/resources";
import { restrictedContainer, restrictedPod } from "../kubernetes/restricted";
import { SCOPES, SSO_SECRET, type Sso } from "./sso";

const PORT = 4180;

/** The Secret with the key that cookies are sealed with. */
export const COOKIE_SECRET = { name: "sign-in-cookie", key: "cookieSecret" } as const;

export interface SignInProps {
  readonly namespace: string;
  /** The name that people call. */
  readonly host: string;
  /** URL of what has no sign-in of its own. */
  readonly upstream: string;
  readonly sso: Sso;
}

const LABELS = { "app.kubernetes.io/name": "sign-in" };

/** What stands before the page. */
export const signInPage = ({ namespace, host }: Pick<SignInProps, "namespace" | "host">) => ({
  host,
  service: "sign-in",
  port: 80,
  pods: { namespace, labels: LABELS } satisfies Pods,
  podPort: PORT,
});

/**
 * OAuth2 Proxy before a page without a sign-in of its own, such as Prometheus': it lets members of the group through
 * (https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview).
 */
export const signInObjects = ({
  namespace,
  host,
  upstream,
  sso,
}: SignInProps): readonly KubernetesObject[] => {
  const metadata = { name: "sign-in", namespace };
  const deployment: IDeployment & KubernetesObject = {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata,
    spec: {
      replicas: 1,
      selector: { matchLabels: LABELS },
      template: {
        metadata: { labels: LABELS },
        spec: {
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          securityContext: restrictedPod,
          containers: [
            {
              name: "oauth2-proxy",
              image: referenceTo(IMAGES.oauth2Proxy),
              args: [
                "--provider=oidc",
                `--oidc-issuer-url=${sso.issuer}`,
                `--client-id=${sso.clientId}`,
                `--allowed-group=${sso.group}`,
                `--scope=${SCOPES.join(" ")}`,
                `--redirect-url=https://${host}/oauth2/callback`,
                `--upstream=${upstream}`,
                `--http-address=0.0.0.0:${PORT}`,
                "--email-domain=*", // the group decides
                "--reverse-proxy=true",
                "--skip-provider-button=true",
                "--cookie-secure=true",
                "--cookie-refresh=1h", // the longest that a person who left the group may stay
                "--pass-access-token=false",
                "--code-challenge-method=S256",
              ],
              env: [
                variable("OAUTH2_PROXY_CLIENT_SECRET", SSO_SECRET),
                variable("OAUTH2_PROXY_COOKIE_SECRET", COOKIE_SECRET),
              ],
              ports: [{ name: "http", containerPort: PORT }],
              readinessProbe: { httpGet: { path: "/ready", port: "http" } },
              livenessProbe: { httpGet: { path: "/ping", port: "http" } },
              resources: resources("10m", "64Mi"),
              securityContext: restrictedContainer,
            },
          ],
        },
      },
    },
  };
  const service: IService & KubernetesObject = {
    apiVersion: "v1",
    kind: "Service",
    metadata,
    spec: { selector: LABELS, ports: [{ name: "http", port: 80, targetPort: "http" }] },
  };
  return [deployment, service, reach("sign-in", { namespace, labels: LABELS }, [...toNeighbours, TO_ISSUER])];
};

/** The issuer is somewhere, and speaks TLS. */
export const TO_ISSUER = { ports: [{ protocol: "TCP" as const, port: 443 }] };

const variable = (name: string, { name: secret, key }: { readonly name: string; readonly key: string }) => ({
  name,
  valueFrom: { secretKeyRef: { name: secret, key } },
});
