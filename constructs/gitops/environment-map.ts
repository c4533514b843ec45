import { createHash } from "node:crypto";
import type { IDeployment } from "kubernetes-models/apps/v1/Deployment";
import type { IConfigMap } from "kubernetes-models/v1/ConfigMap";
import type { IContainer } from "kubernetes-models/v1/Container";
import { environmentMapOf } from "../../config/composed-names";
import type { KubernetesObject } from "../kubernetes/object";
import { fromVerbatim } from "../workload/verbatim";

type Deployment = IDeployment & KubernetesObject;
type ConfigMap = IConfigMap & KubernetesObject;

/**
 * Moves the plain variables of a Deployment's program into a ConfigMap, where Kustomize can write the image that it will
 * run. A change of one replaces the pods still: the pods carry a checksum of the others.
 *
 * @param image - the name that the image goes by; a variable with this value is left out of the checksum, since a new
 *   image replaces the pods anyway
 */
export function withEnvironmentMap(deployment: Deployment, image: string): readonly [ConfigMap, Deployment] {
  const { name, namespace, labels } = deployment.metadata;
  const program = programOf(deployment);
  const variables = Object.fromEntries(
    (program.env ?? []).flatMap(({ name, value }) =>
      value === undefined ? [] : [[name, fromVerbatim(value)]],
    ),
  );
  const map: ConfigMap = {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: {
      name: environmentMapOf(name),
      ...(namespace === undefined ? {} : { namespace }),
      ...(labels === undefined ? {} : { labels }),
    },
    data: variables,
  };
  const { env: _, ...others } = program;
  const secrets = (program.env ?? []).filter(({ value }) => value === undefined);
  const settled = Object.entries(variables).filter(([, value]) => value !== image);
  return [
    map,
    withProgram(deployment, checksum(settled), {
      ...others,
      envFrom: [{ configMapRef: { name: map.metadata.name } }],
      ...(secrets.length > 0 ? { env: secrets } : {}),
    }),
  ];
}

const programOf = ({ metadata, spec }: Deployment): IContainer =>
  spec?.template.spec?.containers.find(({ name }) => name === metadata.name) as IContainer;

const checksum = (values: unknown): string =>
  createHash("sha256").update(JSON.stringify(values)).digest("hex").slice(0, 16);

function withProgram(deployment: Deployment, checksum: string, program: IContainer): Deployment {
  const spec = deployment.spec as NonNullable<Deployment["spec"]>;
  const pod = spec.template.spec as NonNullable<typeof spec.template.spec>;
  return {
    ...deployment,
    spec: {
      ...spec,
      template: {
        metadata: {
          ...spec.template.metadata,
          annotations: { ...spec.template.metadata?.annotations, "checksum/environment": checksum },
        },
        spec: {
          ...pod,
          containers: pod.containers.map((each) => (each.name === program.name ? program : each)),
        },
      },
    },
  };
}
