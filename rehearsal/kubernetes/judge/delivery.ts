import type { Estate } from "../../world/estate";
import type { Judged } from "../../world/finding";
import { at, text } from "../../world/object";
import { type Cluster, clustersOf, find, ofKind } from "../cluster";
import type { KubeObject } from "../object";
import { about } from "./finding";

/** A field of a custom resource that names another object. */
interface Link {
  readonly kind: RegExp;
  /** Of the one that has the field. */
  readonly group: RegExp;
  /** Path of an object with name, and maybe kind and namespace. */
  readonly field: string;
  /** The other's kind where the field does not say. */
  readonly to: string;
  /** Objects without a namespace of their own are found there too. */
  readonly also?: string;
  readonly source: string;
}

const FLUX = "https://fluxcd.io/flux/components/kustomize/kustomizations/";
const ALERTS = "https://fluxcd.io/flux/components/notification/alerts/";
const FLAGGER = "https://docs.flagger.app/usage/how-it-works";
const CERTIFICATES = "https://cert-manager.io/docs/usage/certificate/";

const LINKS: readonly Link[] = [
  {
    kind: /^Kustomization$/,
    group: /^kustomize\.toolkit\.fluxcd\.io/,
    field: "spec.sourceRef",
    to: "GitRepository",
    source: FLUX,
  },
  {
    kind: /^Kustomization$/,
    group: /^kustomize\.toolkit\.fluxcd\.io/,
    field: "spec.dependsOn",
    to: "Kustomization",
    source: FLUX,
  },
  {
    kind: /^Alert$/,
    group: /^notification\.toolkit\.fluxcd\.io/,
    field: "spec.providerRef",
    to: "Provider",
    source: ALERTS,
  },
  {
    kind: /^Provider$/,
    group: /^notification\.toolkit\.fluxcd\.io/,
    field: "spec.secretRef",
    to: "Secret",
    source: ALERTS,
  },
  {
    kind: /^GitRepository$/,
    group: /^source\.toolkit\.fluxcd\.io/,
    field: "spec.secretRef",
    to: "Secret",
    source: FLUX,
  },
  { kind: /^Canary$/, group: /^flagger\.app/, field: "spec.targetRef", to: "Deployment", source: FLAGGER },
  {
    kind: /^Canary$/,
    group: /^flagger\.app/,
    field: "spec.autoscalerRef",
    to: "HorizontalPodAutoscaler",
    source: FLAGGER,
  },
  {
    kind: /^Canary$/,
    group: /^flagger\.app/,
    field: "spec.analysis.metrics.templateRef",
    to: "MetricTemplate",
    source: FLAGGER,
  },
  {
    kind: /^Canary$/,
    group: /^flagger\.app/,
    field: "spec.service.gatewayRefs",
    to: "Gateway",
    source: FLAGGER,
  },
  {
    kind: /^Certificate$/,
    group: /^cert-manager\.io/,
    field: "spec.issuerRef",
    to: "Issuer",
    source: CERTIFICATES,
  },
  {
    kind: /^ClusterIssuer$/,
    group: /^cert-manager\.io/,
    field: "spec.acme.solvers.dns01.cloudflare.apiTokenSecretRef",
    to: "Secret",
    also: "cert-manager",
    source: CERTIFICATES,
  },
  {
    kind: /^Issuer$/,
    group: /^cert-manager\.io/,
    field: "spec.acme.solvers.dns01.cloudflare.apiTokenSecretRef",
    to: "Secret",
    source: CERTIFICATES,
  },
  {
    kind: /^Application$/,
    group: /^argoproj\.io/,
    field: "spec.projectRef",
    to: "AppProject",
    source: "https://argo-cd.readthedocs.io/en/stable/user-guide/projects/",
  },
];

/** What objects of Flux, Flagger and cert-manager name is there. */
export function deliveryFindings(estate: Estate): Judged[] {
  return clustersOf(estate).flatMap((cluster) =>
    LINKS.flatMap((link) =>
      ofKind(cluster, link.kind)
        .filter(({ apiVersion, outline }) => link.group.test(apiVersion) && !outline)
        .flatMap((object) => linkFindings(link, object, cluster)),
    ),
  );
}

function linkFindings({ field, to, also, source }: Link, object: KubeObject, cluster: Cluster): Judged[] {
  return at(object.body, field).flatMap((reference) => {
    const [kind, name] = [text(reference, "kind") || to, text(reference, "name")];
    const namespace = /^Cluster/.test(kind) ? "" : text(reference, "namespace") || object.namespace;
    const places = [namespace, ...(also ? [also] : [])];
    const isThere = places.some((place) => find(cluster, kind, place, name) !== undefined);
    const mayBe = places.some((place) => cluster.opaque.has(place));
    if (name === "" || isThere || mayBe) return [];
    const there = ofKind(cluster, kind)
      .filter((each) => places.includes(each.namespace))
      .map((each) => each.name);
    return [
      about(
        object,
        `${field}: there is no ${kind} ${places.filter(Boolean).join(" or ")}/${name}; there ${there.length > 0 ? `are ${there.join(", ")}` : "is none"}`,
        source,
      ),
    ];
  });
}
