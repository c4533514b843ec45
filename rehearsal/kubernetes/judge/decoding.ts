import { nearest } from "../../rules/near";
import type { Estate } from "../../world/estate";
import type { Judged } from "../../world/finding";
import { clustersOf } from "../cluster";
import type { KubeObject } from "../object";
import { CUSTOM } from "../schema/custom";
import { decodingProblems } from "../schema/decode";
import { fieldProblems } from "../schema/fields";
import { isKnownVersion, shapeOfKind, versionsOf } from "../schema/models";
import { about } from "./finding";

const API = "https://kubernetes.io/docs/reference/using-api/api-concepts/#setting-the-field-validation-level";
const REMOVAL = "https://kubernetes.io/docs/reference/using-api/deprecation-guide/";

/** Versions that no supported API server serves any more: https://kubernetes.io/docs/reference/using-api/deprecation-guide/ */
const REMOVED =
  /^(extensions\/v1beta1|apps\/v1beta[12]|batch\/(v1beta1|v2alpha1)|policy\/v1beta1|autoscaling\/v2beta[12]|networking\.k8s\.io\/v1beta1|rbac\.authorization\.k8s\.io\/v1beta1|storage\.k8s\.io\/v1beta1|scheduling\.k8s\.io\/v1beta1|apiextensions\.k8s\.io\/v1beta1|admissionregistration\.k8s\.io\/v1beta1|certificates\.k8s\.io\/v1beta1|coordination\.k8s\.io\/v1beta1|discovery\.k8s\.io\/v1beta1|flowcontrol\.apiserver\.k8s\.io\/v1beta[123])$/;

/** Objects that the API server could not decode: unknown kinds and fields, wrong types, values outside of a list. */
export function decodingFindings(estate: Estate): Judged[] {
  return clustersOf(estate).flatMap(({ objects }) =>
    objects.filter(({ outline }) => !outline).flatMap(objectFindings),
  );
}

function objectFindings(object: KubeObject): Judged[] {
  const { apiVersion, kind, body } = object;
  if (apiVersion === "" || kind === "") return [about(object, "apiVersion and kind are required", API)];
  if (REMOVED.test(apiVersion)) return [about(object, `${apiVersion} is served no more`, REMOVAL)];
  const shape = shapeOfKind(apiVersion, kind);
  if (shape) return decodingProblems(body, shape).map((problem) => about(object, problem, API));
  const custom = CUSTOM[`${apiVersion} ${kind}`];
  if (custom)
    return fieldProblems(body, custom.fields).map((problem) => about(object, problem, custom.source));
  const versions = versionsOf(apiVersion);
  if (isKnownVersion(apiVersion)) return [about(object, `there is no kind ${kind} in ${apiVersion}`, API)];
  if (versions.length > 0) {
    return [about(object, `there is no ${apiVersion}; the group has ${versions.join(", ")}`, API)];
  }
  const near = nearest(apiVersion, WELL_KNOWN);
  return near ? [about(object, `there is no ${apiVersion}; is ${near} meant?`, API)] : [];
}

const WELL_KNOWN = [
  "v1",
  "apps/v1",
  "batch/v1",
  "autoscaling/v2",
  "policy/v1",
  "networking.k8s.io/v1",
  "rbac.authorization.k8s.io/v1",
  "storage.k8s.io/v1",
  "scheduling.k8s.io/v1",
  "traefik.io/v1alpha1",
  "cert-manager.io/v1",
  "gateway.networking.k8s.io/v1",
  "monitoring.coreos.com/v1",
  "kustomize.toolkit.fluxcd.io/v1",
  "source.toolkit.fluxcd.io/v1",
  "notification.toolkit.fluxcd.io/v1beta3",
  "flagger.app/v1beta1",
  "fluxcd.controlplane.io/v1",
  "elbv2.k8s.aws/v1beta1",
  "argoproj.io/v1alpha1",
];
