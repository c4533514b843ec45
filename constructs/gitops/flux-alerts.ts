import type { IAlert } from "@kubernetes-models/flux-cd/notification.toolkit.fluxcd.io/v1beta3/Alert";
import type { IProvider } from "@kubernetes-models/flux-cd/notification.toolkit.fluxcd.io/v1beta3/Provider";
import { DELIVERY_ALERTS, FLUX } from "../../config/composed-names";
import type { Gitops } from "../../config/schema/environment";
import type { KubernetesObject } from "../kubernetes/object";

type Chat = Exclude<Gitops["alerts"], { kind: "none" }>;

/** Makes Flux tell a chat what it could not deliver. They come through the repository, after their definitions. */
export const fluxAlerts = (
  cluster: string,
  { kind, channel }: Chat,
): readonly [IProvider & KubernetesObject, IAlert & KubernetesObject] => [
  {
    apiVersion: "notification.toolkit.fluxcd.io/v1beta3",
    kind: "Provider",
    metadata: { name: DELIVERY_ALERTS, namespace: FLUX },
    spec: {
      type: kind,
      secretRef: { name: DELIVERY_ALERTS },
      ...(channel === undefined ? {} : { channel }),
    },
  },
  {
    apiVersion: "notification.toolkit.fluxcd.io/v1beta3",
    kind: "Alert",
    metadata: { name: DELIVERY_ALERTS, namespace: FLUX },
    spec: {
      providerRef: { name: DELIVERY_ALERTS },
      eventSeverity: "error",
      eventSources: [
        { kind: "GitRepository", name: "*" },
        { kind: "Kustomization", name: "*" },
      ],
      eventMetadata: { cluster },
    },
  },
];
