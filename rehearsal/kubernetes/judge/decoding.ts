import { nearest } from "../../rules/near";
import type { Estate } from "../../world/estate";
import type { Judged } from "../../world/finding";
import { clustersOf } from "../cluster";
import type { KubeObject } from "../object";
import { decodingProblems } from "../schema/decode";
import { isKnownVersion, shapeOfKind, versionsOf } from "../schema/models";
import { about } from "./finding";

const API = "https://kubernetes.io/docs/reference/using-api/api-concepts/#setting-the-field-validation-level";

/** Objects that the API server could not decode: unknown kinds and fields, wrong types, values outside of a list. */
export function decodingFindings(estate: Estate): Judged[] {
  return clustersOf(estate).flatMap(({ objects }) =>
    objects.filter(({ outline }) => !outline).flatMap(objectFindings),
  );
}

function objectFindings(object: KubeObject): Judged[] {
  const { apiVersion, kind, body } = object;
  if (apiVersion === "" || kind === "") return [about(object, "apiVersion and kind are required", API)];
  const shape = shapeOfKind(apiVersion, kind);
  if (shape) return decodingProblems(body, shape).map((problem) => about(object, problem, API));
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
