import { type BuiltIn, managed } from "../kubernetes/built-in";
import { type Cluster, clustersOf, find, ofKind } from "../kubernetes/cluster";
import type { KubeObject } from "../kubernetes/object";
import type { Estate } from "../world/estate";
import type { Judged } from "../world/finding";
import { at, isObject, text, type WorldObject } from "../world/object";

const INGRESS = "https://cloud.google.com/kubernetes-engine/docs/how-to/ingress-configuration";
const IDENTITY = "https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity";

const gkeOf = (estate: Estate, key: string): WorldObject | undefined =>
  estate
    .ofType("google_container_cluster")
    .find(
      ({ values }) =>
        key === `https://${text(values, "control_plane_endpoints_config.dns_endpoint_config.endpoint")}`,
    );

/**
 * What a cluster of GKE comes with: cluster DNS, disks in three kinds, and the controller of load balancers
 * (https://cloud.google.com/kubernetes-engine/docs/concepts/persistent-volumes#storageclasses).
 */
export function gkeCluster(estate: Estate, key: string): BuiltIn | undefined {
  return gkeOf(estate, key)
    ? managed({
        storageClasses: ["standard", "standard-rwo", "premium-rwo"],
        groups: ["cloud.google.com", "networking.gke.io"],
      })
    : undefined;
}

/** What Ingresses name at Google, and what Services name in the cluster. */
export function ingressFindings(estate: Estate): Judged[] {
  return clustersOf(estate)
    .filter((cluster) => gkeOf(estate, cluster.key))
    .flatMap((cluster) => [
      ...ofKind(cluster, "Ingress").flatMap((ingress) => ofIngress(ingress, cluster, estate)),
      ...ofKind(cluster, "FrontendConfig").flatMap((config) =>
        named(config, "sslPolicy", text(config.body, "spec.sslPolicy"), "google_compute_ssl_policy", estate),
      ),
      ...ofKind(cluster, "BackendConfig").flatMap((config) =>
        named(
          config,
          "securityPolicy",
          text(config.body, "spec.securityPolicy.name"),
          "google_compute_security_policy",
          estate,
        ),
      ),
      ...ofKind(cluster, "Service").flatMap((service) => ofService(service, cluster)),
    ]);
}

function ofIngress(ingress: KubeObject, cluster: Cluster, estate: Estate): Judged[] {
  if (annotation(ingress, "kubernetes.io/ingress.class") !== "gce") return [];
  const config = annotation(ingress, "networking.gke.io/v1beta1.FrontendConfig");
  const managedCertificate = annotation(ingress, "networking.gke.io/managed-certificates");
  return [
    ...named(
      ingress,
      "kubernetes.io/ingress.global-static-ip-name",
      annotation(ingress, "kubernetes.io/ingress.global-static-ip-name"),
      "google_compute_global_address",
      estate,
    ),
    ...(config !== "" && !find(cluster, "FrontendConfig", ingress.namespace, config)
      ? [said(ingress, `nobody makes the FrontendConfig '${config}'`)]
      : []),
    ...(managedCertificate !== "" &&
    !find(cluster, "ManagedCertificate", ingress.namespace, managedCertificate)
      ? [said(ingress, `nobody makes the ManagedCertificate '${managedCertificate}'`)]
      : []),
    ...at(ingress.body, "spec.rules.http.paths.backend.service.name")
      .map(String)
      .filter((name) => !find(cluster, "Service", ingress.namespace, name))
      .map((name) => said(ingress, `nobody makes the Service '${name}'`)),
  ];
}

function ofService(service: KubeObject, cluster: Cluster): Judged[] {
  const written = annotation(service, "cloud.google.com/backend-config");
  if (written === "") return [];
  const name = String((JSON.parse(written) as { default?: unknown }).default ?? "");
  const config = find(cluster, "BackendConfig", service.namespace, name);
  if (!config) return [said(service, `nobody makes the BackendConfig '${name}'`)];
  const ports = at(service.body, "spec.ports.targetPort").map(String);
  const [port] = at(config.body, "spec.healthCheck.port").map(String);
  return port === undefined || ports.includes(port)
    ? []
    : [
        said(
          service,
          `health checks of BackendConfig '${name}' ask port ${port}; pods listen on ${ports.join(", ")}`,
        ),
      ];
}

/** Something of the project by its name, which must be there before. */
function named(object: KubeObject, what: string, name: string, type: string, estate: Estate): Judged[] {
  if (name === "") return [];
  const found = estate.ofType(type).find(({ values }) => text(values, "name") === name);
  if (!found) return [said(object, `${what}: nobody makes '${name}'`)];
  return estate.isBefore(found, object.origin)
    ? []
    : [said(object, `${what}: nothing makes ${found.address} of ${found.workspace} come before`)];
}

/** Accounts in clusters that are accounts at Google: both sides must say so, before pods start. */
export function identityFindings(estate: Estate): Judged[] {
  return clustersOf(estate)
    .filter((cluster) => gkeOf(estate, cluster.key))
    .flatMap((cluster) =>
      ofKind(cluster, "ServiceAccount").flatMap((account) => {
        const email = annotation(account, "iam.gke.io/gcp-service-account");
        if (email === "") return [];
        const identity = estate
          .ofType("google_service_account")
          .find(({ values }) => text(values, "email") === email);
        if (!identity) return [said(account, `nobody makes the account '${email}'`, IDENTITY)];
        const subject = `[${account.namespace}/${account.name}]`;
        const binding = estate
          .ofType("google_service_account_iam_member")
          .find(
            ({ values }) =>
              text(values, "service_account_id") === text(identity.values, "name") &&
              text(values, "role") === "roles/iam.workloadIdentityUser" &&
              text(values, "member").endsWith(subject),
          );
        return binding
          ? []
          : [said(account, `nobody lets it be '${email}': no binding is for ${subject}`, IDENTITY)];
      }),
    );
}

function annotation({ body }: KubeObject, name: string): string {
  const metadata = body["metadata"];
  const annotations = isObject(metadata) ? metadata["annotations"] : undefined;
  const value = isObject(annotations) ? annotations[name] : undefined;
  return typeof value === "string" ? value : "";
}

const said = (object: KubeObject, says: string, source = INGRESS): Judged => ({
  workspace: object.origin.workspace,
  address: object.origin.address,
  says: `${object.kind} ${object.namespace}/${object.name}: ${says}`,
  source,
});
