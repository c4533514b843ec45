import type { INetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import { admit, type Pods, podsOf } from "../kubernetes/network-policy";
import type { KubernetesObject } from "../kubernetes/object";
import { ALERTS } from "./alerts";
import type { AlertProvider } from "./objects";
import { PROMETHEUS_LABELS } from "./prometheus";

/** A chat room. */
export interface AlertChat {
  readonly kind: string;
  readonly channel?: string | undefined;
}

/** Tells a chat; its URL is in a Secret of the same name. */
export const alertProvider = ({ kind, channel }: AlertChat): AlertProvider => ({
  apiVersion: "flagger.app/v1beta1",
  kind: "AlertProvider",
  metadata: { ...ALERTS },
  spec: { type: kind, secretRef: { name: ALERTS.name }, ...(channel === undefined ? {} : { channel }) },
});

const { namespace } = ALERTS;
const flagger = { namespace, labels: { "app.kubernetes.io/name": "flagger" } };
const prometheus = { namespace, labels: PROMETHEUS_LABELS };
const loadTester = { namespace, labels: { app: "loadtester" } };

/** Flagger alone asks its Prometheus and its load tester. What they call is anywhere: pods, the API server, a chat. */
export const flaggerPolicies = (scraper: Pods): readonly (INetworkPolicy & KubernetesObject)[] => [
  {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name: "deny-callers", namespace },
    spec: { podSelector: {}, policyTypes: ["Ingress"] },
  },
  admit("flagger", flagger, [{ port: 8080, from: [podsOf(scraper)] }]),
  admit("flagger-prometheus", prometheus, [{ port: 9090, from: [podsOf(flagger)] }]),
  admit("loadtester", loadTester, [{ port: 8080, from: [podsOf(flagger)] }]),
];
