import type { INetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import type { INetworkPolicyEgressRule } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyEgressRule";
import { NAMESPACES } from "../../config/namespaces";
import { POSTGRES } from "../database/connection";
import { neighbours, type Pods, podsOf, toAnywhere, toNeighbours } from "../kubernetes/network-policy";
import type { KubernetesObject } from "../kubernetes/object";
import { OPERATOR } from "./operator";

/** Where the instance's own program answers the operator, and Prometheus. */
const STATUS = 8000;
const METRICS = 9187;

/** The pods of a database. */
const podsOfDatabase = (name: string): Pods => ({
  namespace: NAMESPACES.postgres,
  labels: { "cnpg.io/cluster": name },
});

/** The way to a database for those who use it. */
export const toDatabase = (name: string): INetworkPolicyEgressRule => ({
  to: [podsOf(podsOfDatabase(name))],
  ports: [{ protocol: "TCP", port: POSTGRES }],
});

/**
 * Who talks with a database: those who use it and the job that makes its users, its copies, the operator, Prometheus. It calls its
 * copies, the Kubernetes API, which holds what it is, and the storage of its backups: the addresses of both are not known at synthesis.
 *
 * @param users - the namespaces of the workloads that use it
 * @param scraper - who reads its metrics
 * @param storage - the port of the backups' storage
 */
export const databasePolicy = (
  name: string,
  users: readonly string[],
  scraper: Pods,
  storage: number | undefined,
): INetworkPolicy & KubernetesObject => {
  const { namespace, labels } = podsOfDatabase(name);
  const inNamespace = (each: string) => ({
    namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": each } },
  });
  const tcp = (...ports: number[]) => ports.map((port) => ({ protocol: "TCP" as const, port }));
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name, namespace },
    spec: {
      podSelector: { matchLabels: labels },
      policyTypes: ["Ingress", "Egress"],
      ingress: [
        { from: [NAMESPACES.databases, ...users].map(inNamespace), ports: tcp(POSTGRES) },
        { from: [neighbours, podsOf(OPERATOR)], ports: tcp(POSTGRES, STATUS) },
        { from: [podsOf(scraper)], ports: tcp(METRICS) },
      ],
      egress: [
        ...toNeighbours,
        toAnywhere(...new Set([443, 6443, ...(storage === undefined ? [] : [storage])])),
      ],
    },
  };
};
