import type { IDeployment } from "kubernetes-models/apps/v1/Deployment";
import type { Service, Workload } from "../../config/schema/environment";
import type { Certificate } from "../api/certificate";
import { workloadObjects } from "../api/objects";
import type { Place } from "../api/place";
import { canaryObjects, hasCanary } from "../flagger/canary";
import { forPrimary } from "../flagger/primary";
import type { KubernetesObject } from "../kubernetes/object";
import { withEnvironmentMap } from "./environment-map";
import { imageNameOf } from "./image";

type Deployment = IDeployment & KubernetesObject;

/**
 * The objects of a workload as a repository delivers them: those that Terraform would install, with the version of the
 * images left open, and with what Flagger does itself left to Flagger.
 *
 * @param alerts - whether somebody wants to hear of failed rollouts
 */
export function deliveredObjects(
  place: Place,
  workload: Workload,
  certificate: Certificate | undefined,
  alerts: boolean,
): readonly KubernetesObject[] {
  const open: Workload = {
    ...workload,
    services: workload.services.map((service) => ({ ...service, image: imageNameOf(service) })),
  };
  const objects = workloadObjects(place, open, certificate).flatMap((object) =>
    isDeployment(object) ? withEnvironmentMap(object, imageOf(open, object)) : [object],
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

const isDeployment = (object: KubernetesObject): object is Deployment => object.kind === "Deployment";

const imageOf = ({ services }: Workload, { metadata }: Deployment): string =>
  (services.find(({ name }) => name === metadata.name) as Service).image;

/** Without the Service, the route and the number of replicas: they change during a rollout, and Flux would change them back. */
const leftToFlagger = (
  { name }: Service,
  objects: readonly KubernetesObject[],
): readonly KubernetesObject[] =>
  objects
    .filter(({ kind, metadata }) => metadata.name !== name || !["Service", "HTTPRoute"].includes(kind))
    .map((object) => (isDeployment(object) && object.metadata.name === name ? unscaled(object) : object));

const unscaled = ({ spec, ...deployment }: Deployment): Deployment => {
  const { replicas: _, ...others } = spec as NonNullable<Deployment["spec"]>;
  return { ...deployment, spec: others };
};
