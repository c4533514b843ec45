import type { IContainer } from "kubernetes-models/v1/Container";
import type { IContainerPort } from "kubernetes-models/v1/ContainerPort";
import type { IEnvVar } from "kubernetes-models/v1/EnvVar";
import type { IHTTPGetAction } from "kubernetes-models/v1/HTTPGetAction";
import { secretsOf } from "../../config/composed-names";
import type { Service } from "../../config/schema/environment";
import type { DatabaseParts } from "../database/used-database";
import { some } from "../kubernetes/object";
import { resources } from "../kubernetes/resources";
import { restrictedContainer } from "../kubernetes/restricted";
import { authorityMount } from "./authority";
import { certificateMount } from "./certificate-sync";
import { type Destination, variablesIn } from "./destination";

/** The program of a service. */
export const container = (
  destination: Destination,
  service: Service,
  databases: DatabaseParts,
): IContainer => ({
  name: service.name,
  image: service.image,
  imagePullPolicy: "IfNotPresent", // the tag or digest is exact
  ...(service.args ? { args: [...service.args] } : {}),
  ports: ports(service),
  env: [...env(destination, service), ...databases.env],
  ...probes(service),
  ...lifecycle(service),
  resources: resources(service.resources.cpu, service.resources.memory),
  securityContext: restrictedContainer,
  ...some("volumeMounts", [
    ...(service.protocol === "https" ? [certificateMount(destination)] : []),
    ...authorityMount(service),
    ...databases.mounts,
  ]),
});

const ports = ({ protocol, port, metrics }: Service): IContainerPort[] => [
  { name: protocol, containerPort: port, protocol: "TCP" },
  ...(metrics && metrics.port !== port
    ? [{ name: "metrics", containerPort: metrics.port, protocol: "TCP" as const }]
    : []),
];

/** Values stand in the pod itself, so a change of one replaces the pods. A change of a secret does not. */
const env = (destination: Destination, service: Service): IEnvVar[] => [
  ...Object.entries(variablesIn(destination, service)).map(([name, value]) => ({ name, value })),
  ...Object.keys({ ...service.secrets, ...service.generated }).map((name) => ({
    name,
    valueFrom: { secretKeyRef: { name: secretsOf(service.name), key: name } },
  })),
];

/** The kubelet does not verify certificates: over HTTPS a probe asks whether the program answers, not who it is. */
const probes = (service: Service): Pick<IContainer, "startupProbe" | "livenessProbe" | "readinessProbe"> => {
  const get = (path: string): IHTTPGetAction => ({
    path,
    port: service.protocol,
    scheme: service.protocol === "https" ? "HTTPS" : "HTTP",
  });
  return {
    startupProbe: { httpGet: get(service.probes.liveness), periodSeconds: 1, failureThreshold: 60 },
    livenessProbe: {
      httpGet: get(service.probes.liveness),
      periodSeconds: 10,
      timeoutSeconds: 3,
      failureThreshold: 3,
    },
    readinessProbe: {
      httpGet: get(service.probes.readiness),
      periodSeconds: 5,
      timeoutSeconds: 3,
      failureThreshold: 2,
    },
  };
};

const lifecycle = ({ shutdown: { preStopSeconds } }: Service): Pick<IContainer, "lifecycle"> =>
  preStopSeconds === 0 ? {} : { lifecycle: { preStop: { sleep: { seconds: preStopSeconds } } } };
