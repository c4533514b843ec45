import { nearest } from "../../rules/near";
import type { Estate } from "../../world/estate";
import type { Judged } from "../../world/finding";
import { at, isObject, text, texts } from "../../world/object";
import { groupsOf } from "../charts";
import { type Cluster, clustersOf, find, ofKind } from "../cluster";
import { substitutionSources } from "../delivery/flux";
import { type KubeObject, keysOf, titleOf } from "../object";
import { templateOf } from "../pods";
import { about } from "./finding";
import { configNames } from "./pods";

const NAMESPACES = "https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/";
const CONFIG = "https://kubernetes.io/docs/concepts/configuration/secret/#using-a-secret";
const ACCOUNTS = "https://kubernetes.io/docs/concepts/security/service-accounts/";
const VOLUMES = "https://kubernetes.io/docs/concepts/storage/persistent-volumes/";
const CUSTOM = "https://kubernetes.io/docs/concepts/extend-kubernetes/api-extension/custom-resources/";
const SCALE = "https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/";

/** Namespaces that every cluster has. */
const GIVEN = ["default", "kube-system", "kube-public", "kube-node-lease"];

/** Objects that name others: these have to be there, and before. */
export function objectReferences(estate: Estate): Judged[] {
  return clustersOf(estate)
    .flatMap((cluster) => {
      const needs = new Needs(cluster, estate);
      return cluster.objects.flatMap((object) => [
        ...needs.namespace(object),
        ...needs.customResource(object),
        ...needs.substitutions(object),
        ...(object.outline ? [] : [...needs.podNeeds(object), ...needs.scaling(object)]),
      ]);
    })
    .concat(clustersOf(estate).flatMap((cluster) => new Needs(cluster, estate).releaseNamespaces()));
}

class Needs {
  constructor(
    private readonly cluster: Cluster,
    private readonly estate: Estate,
  ) {}

  namespace(object: KubeObject): Judged[] {
    const { namespace } = object;
    if (namespace === "" || GIVEN.includes(namespace)) return [];
    return this.need(object, "Namespace", "", namespace, "metadata.namespace", NAMESPACES);
  }

  /** A release's own namespace: Helm keeps its record there. */
  releaseNamespaces(): Judged[] {
    return this.cluster.releases.flatMap(({ resource, namespace }) => {
      if (GIVEN.includes(namespace) || resource.values["create_namespace"] === true) return [];
      const found = find(this.cluster, "Namespace", "", namespace);
      const { workspace, address } = resource;
      const source = "https://helm.sh/docs/helm/helm_install/";
      if (!found)
        return [
          {
            workspace,
            address,
            says: `namespace: '${namespace}' does not exist; there are ${this.names("Namespace", "")}`,
            source,
          },
        ];
      return this.estate.isBefore(found.origin, resource)
        ? []
        : [
            {
              workspace,
              address,
              says: `namespace: '${namespace}' need not be there yet: nothing makes ${found.origin.address} come before`,
              source,
            },
          ];
    });
  }

  /** Its kind has to be installed before: by the cluster, by a release. */
  customResource(object: KubeObject): Judged[] {
    const [group = "", version] = object.apiVersion.split("/");
    const isBuiltIn =
      version === undefined ||
      !group.includes(".") ||
      (group.endsWith(".k8s.io") && group !== "gateway.networking.k8s.io");
    if (isBuiltIn || this.cluster.builtIn.groups.includes(group)) return [];
    const known = this.cluster.releases.map((release) => ({ release, groups: groupsOf(release) }));
    if (known.some(({ release, groups }) => groups === undefined && !release.isLocal)) return [];
    if (group.endsWith(".toolkit.fluxcd.io") && ofKind(this.cluster, "FluxInstance").length > 0) return [];
    if (ofKind(this.cluster, "CustomResourceDefinition").some(({ name }) => name.endsWith(`.${group}`)))
      return [];
    const makers = known
      .filter(({ groups }) => groups?.includes(group))
      .map(({ release }) => release.resource);
    if (makers.length === 0) return [about(object, `nothing in the cluster installs ${group}`, CUSTOM)];
    if (makers.some((maker) => this.estate.isBefore(maker, object.origin))) return [];
    return [
      about(
        object,
        `${group} need not be installed yet: nothing makes ${makers[0]?.address} come before`,
        CUSTOM,
      ),
    ];
  }

  /** What Flux fills in has to be there when it does. */
  substitutions(object: KubeObject): Judged[] {
    const source =
      "https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution";
    return substitutionSources(object).flatMap(({ kind, name }) =>
      this.need(object, kind, object.namespace, name, "postBuild.substituteFrom", source),
    );
  }

  podNeeds(object: KubeObject): Judged[] {
    const [spec] = at(templateOf(object), "spec");
    const claims = at(object.body, "spec.volumeClaimTemplates.spec.storageClassName");
    const classes =
      object.kind === "PersistentVolumeClaim" ? at(object.body, "spec.storageClassName") : claims;
    const storage = classes.flatMap((name) => this.storageClass(object, String(name)));
    if (!isObject(spec)) return storage;
    const { namespace } = object;
    const account = text(spec, "serviceAccountName");
    return [
      ...storage,
      ...(account === "" || account === "default"
        ? []
        : this.need(object, "ServiceAccount", namespace, account, "serviceAccountName", ACCOUNTS)),
      ...texts(spec, "volumes.persistentVolumeClaim.claimName").flatMap((name) =>
        this.need(object, "PersistentVolumeClaim", namespace, name, "claimName", VOLUMES),
      ),
      ...configNames(spec)
        .filter(({ optional }) => !optional)
        .flatMap(({ kind, name, keys }) => [
          ...this.need(object, kind, namespace, name, kind, CONFIG),
          ...keys.flatMap((key) => this.key(object, kind, name, key)),
        ]),
    ];
  }

  /** What an autoscaler scales, and which of its containers it watches. */
  scaling(object: KubeObject): Judged[] {
    if (object.kind !== "HorizontalPodAutoscaler") return [];
    const [kind, name] = [
      text(object.body, "spec.scaleTargetRef.kind"),
      text(object.body, "spec.scaleTargetRef.name"),
    ];
    const target = find(this.cluster, kind, object.namespace, name);
    const [least, most] = ["minReplicas", "maxReplicas"].map((key) =>
      Number(at(object.body, `spec.${key}`)[0] ?? 1),
    );
    const version = text(object.body, "spec.scaleTargetRef.apiVersion");
    const containers = texts(templateOf(target ?? object), "spec.containers.name");
    return [
      ...this.need(object, kind, object.namespace, name, "spec.scaleTargetRef", SCALE),
      ...(target && version !== target.apiVersion
        ? [
            about(
              object,
              `spec.scaleTargetRef: '${version}' is not ${target.apiVersion}, of which ${titleOf(target)} is`,
              SCALE,
            ),
          ]
        : []),
      ...(Number(least) > Number(most)
        ? [about(object, `minReplicas ${least} is more than maxReplicas ${most}`, SCALE)]
        : []),
      ...texts(object.body, "spec.metrics.containerResource.container")
        .filter((container) => target && !target.outline && !containers.includes(container))
        .map((container) =>
          about(
            object,
            `watches container '${container}', but ${titleOf(target as KubeObject)} has ${containers.join(", ")}`,
            SCALE,
          ),
        ),
    ];
  }

  private storageClass(object: KubeObject, name: string): Judged[] {
    const known = [
      ...this.cluster.builtIn.storageClasses,
      ...ofKind(this.cluster, "StorageClass").map((each) => each.name),
    ];
    if (known.includes(name)) return [];
    return [
      about(
        object,
        `storageClassName: there is no '${name}'; there are ${known.join(", ") || "none"}`,
        VOLUMES,
      ),
    ];
  }

  private key(object: KubeObject, kind: string, name: string, key: string): Judged[] {
    const found = find(this.cluster, kind, object.namespace, name);
    const keys = found ? keysOf(found) : [];
    if (!found || keys.length === 0 || keys.includes(key)) return [];
    return [about(object, `${kind} ${name} has no key '${key}'; there are ${keys.join(", ")}`, CONFIG)];
  }

  private need(
    object: KubeObject,
    kind: string,
    namespace: string,
    name: string,
    field: string,
    source: string,
  ): Judged[] {
    const { cluster, estate } = this;
    const found = cluster.objects.filter(
      (each) => each.kind === kind && each.namespace === namespace && each.name === name,
    );
    const given = cluster.builtIn.serviceAccounts.some(
      (each) => kind === "ServiceAccount" && each.namespace === namespace && each.name === name,
    );
    if (given || cluster.opaque.has(namespace)) return [];
    if (found.length === 0) {
      const there = this.names(kind, namespace);
      return [
        about(
          object,
          `${field}: there is no ${titleOf({ kind, namespace, name })}; there ${there ? `are ${there}` : "is none"}${near(name, there)}`,
          source,
        ),
      ];
    }
    const inTime = found.some(
      ({ origin }) => origin === object.origin || estate.isBefore(origin, object.origin),
    );
    if (inTime) return [];
    const [first] = found as [KubeObject];
    return [
      about(
        object,
        `${field}: ${titleOf(first)} need not be there yet: nothing makes ${first.origin.address} of ${first.origin.workspace} come before`,
        source,
      ),
    ];
  }

  private names(kind: string, namespace: string): string {
    return [
      ...new Set(
        ofKind(this.cluster, kind)
          .filter((each) => each.namespace === namespace)
          .map(({ name }) => name),
      ),
    ]
      .slice(0, 8)
      .join(", ");
  }
}

function near(name: string, names: string): string {
  const found = nearest(name, names.split(", "));
  return found ? `; is ${found} meant?` : "";
}
