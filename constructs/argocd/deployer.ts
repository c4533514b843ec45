import { RoleBindingV1 } from "@cdktf/provider-kubernetes/lib/role-binding-v1";
import { RoleV1 } from "@cdktf/provider-kubernetes/lib/role-v1";
import { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import { ServiceAccountV1 } from "@cdktf/provider-kubernetes/lib/service-account-v1";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import { DEPLOYER } from "../../config/composed-names";
import { NAMESPACES } from "../../config/namespaces";
import { chosen } from "../chosen";
import { Namespace } from "../kubernetes/namespace";

/** The kinds that workloads are made of, by group: what may be delivered, and no more. No Secret is among them. */
export const DELIVERED_KINDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "": { ConfigMap: "configmaps", Service: "services", ServiceAccount: "serviceaccounts" },
  apps: { Deployment: "deployments" },
  autoscaling: { HorizontalPodAutoscaler: "horizontalpodautoscalers" },
  "cilium.io": { CiliumNetworkPolicy: "ciliumnetworkpolicies" },
  "gateway.networking.k8s.io": { HTTPRoute: "httproutes", TLSRoute: "tlsroutes" },
  "networking.k8s.io": { NetworkPolicy: "networkpolicies" },
  policy: { PodDisruptionBudget: "poddisruptionbudgets" },
  "traefik.io": {
    IngressRoute: "ingressroutes",
    IngressRouteTCP: "ingressroutetcps",
    Middleware: "middlewares",
    ServersTransport: "serverstransports",
  },
};

/** What Kubernetes makes of those: shown, and never changed. */
const SEEN = [
  { apiGroups: [""], resources: ["pods", "events", "endpoints"], verbs: ["get", "list", "watch"] },
  { apiGroups: ["apps"], resources: ["replicasets"], verbs: ["get", "list", "watch"] },
];

const RULES = [
  ...Object.entries(DELIVERED_KINDS).map(([group, kinds]) => ({
    apiGroups: [group],
    resources: Object.values(kinds),
    verbs: ["get", "list", "watch", "create", "update", "patch", "delete"],
  })),
  ...SEEN,
];

export interface DeployerProps {
  /** The namespaces that it delivers into. */
  readonly namespaces: readonly string[];
}

/**
 * An account by which Argo CD delivers from another cluster: it may change what workloads are made of, in their namespaces,
 * and reads no Secret. Its token can still run programs there, which can mount the namespace's Secrets.
 */
export class Deployer extends Construct {
  /** The account's token; it ends with its Secret alone. Sensitive. */
  readonly token: string;

  constructor(scope: Construct, id: string, { namespaces }: DeployerProps) {
    super(scope, id);
    const namespace = new Namespace(this, "Namespace", { name: NAMESPACES.deployer }).name;
    const account = new ServiceAccountV1(this, "Account", {
      metadata: { name: DEPLOYER, namespace },
      automountServiceAccountToken: false,
    });
    const rights = new Construct(this, "Rights");
    for (const each of namespaces) {
      const place = new Construct(chosen(rights), each);
      const role = new RoleV1(place, "Role", { metadata: { name: DEPLOYER, namespace: each }, rule: RULES });
      new RoleBindingV1(place, "Binding", {
        metadata: { name: DEPLOYER, namespace: each },
        roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: role.metadata.name },
        subject: [{ kind: "ServiceAccount", name: account.metadata.name, namespace }],
      });
    }
    const secret = new SecretV1(this, "Token", {
      metadata: {
        name: `${DEPLOYER}-token`,
        namespace,
        annotations: { "kubernetes.io/service-account.name": account.metadata.name },
      },
      type: "kubernetes.io/service-account-token",
      waitForServiceAccountToken: true,
    });
    this.token = Fn.lookup(secret.data, "token");
  }
}
