import type { IDeployment } from "kubernetes-models/apps/v1/Deployment";
import { imageIn, imageNameOf } from "../../config/registry";
import type { Service, Workload } from "../../config/schema/environment";
import { canaryObjects, hasCanary } from "../flagger/canary";
import { forPrimary } from "../flagger/primary";
import type { KubernetesObject } from "../kubernetes/object";
import type { Certificate } from "../workload/certificate";
import type { Destination } from "../workload/destination";
import { workloadObjects } from "../workload/objects";
import { pulledWith } from "../workload/pull-secret";
import { withEnvironmentMap } from "./environment-map";

type Deployment = IDeployment & KubernetesObject;

/**
 * The objects of a workload as a repository delivers them: those that Terraform would install, with the version of the
 * images left open, and with what Flagger does itself left to Flagger.
 *
 * @param alerts - whether failed rollouts are posted to a chat
 */
export function deliveredObjects(
  destination: Destination,
  workload: Workload,
  certificate: Certificate | undefined,
  alerts: boolean,
): readonly KubernetesObject[] {
  const open: Workload = {
    ...workload,
    services: workload.services.map((service) => ({ ...service, image: imageNameOf(service.image) })),
  };
  const objects = workloadObjects(destination, open, certificate).flatMap((object) =>
    isDeployment(object)
      ? withEnvironmentMap(object, imageOf(open, object))
      : [pulling(destination, workload, object)],
  );
  return open.services
    .filter(hasCanary)
    .reduce<readonly KubernetesObject[]>(
      (delivered, service) => [
        ...forPrimary(service.name, leftToFlagger(service, delivered)),
        ...canaryObjects(open, service, alerts),
      ],
      objects,
    );
}

/** An account by which pods pull their image: its name in the objects does not say whose registry holds it. */
const pulling = (
  destination: Destination,
  workload: Workload,
  object: KubernetesObject,
): KubernetesObject => {
  const service = workload.services.find(
    ({ name }) => object.kind === "ServiceAccount" && name === object.metadata.name,
  );
  return service === undefined
    ? object
    : {
        ...object,
        ...pulledWith(destination, workload, { image: imageIn(service.image, destination.registry) }),
      };
};

const isDeployment = (object: KubernetesObject): object is Deployment => object.kind === "Deployment";

const imageOf = ({ services }: Workload, { metadata }: Deployment): string =>
  (services.find(({ name }) => name === metadata.name) as Service).image;

/**
 * With what Flagger changes during a rollout left to it: the Deployment's number of replicas, the Service and the route.
 * Flux makes those two where they are not, and leaves them alone where they are
 * (https://fluxcd.io/flux/components/kustomize/kustomizations/#controlling-the-apply-behavior-of-resources): they are there
 * before the first canary, and none is removed when a service gets one.
 */
const leftToFlagger = (
  { name }: Service,
  objects: readonly KubernetesObject[],
): readonly KubernetesObject[] =>
  objects.map((object) => {
    if (object.metadata.name !== name) return object;
    if (["Service", "HTTPRoute"].includes(object.kind)) return appliedOnce(object);
    return isDeployment(object) ? unscaled(object) : object;
  });

const appliedOnce = ({ metadata, ...object }: KubernetesObject): KubernetesObject => ({
  ...object,
  metadata: {
    ...metadata,
    annotations: { ...metadata.annotations, "kustomize.toolkit.fluxcd.io/ssa": "IfNotPresent" },
  },
});

const unscaled = ({ spec, ...deployment }: Deployment): Deployment => {
  const { replicas: _, ...others } = spec as NonNullable<Deployment["spec"]>;
  return { ...deployment, spec: others };
};
