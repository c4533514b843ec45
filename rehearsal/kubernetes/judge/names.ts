import type { Estate } from "../../world/estate";
import type { Judged } from "../../world/finding";
import { at, isObject, type Json } from "../../world/object";
import { clustersOf } from "../cluster";
import type { KubeObject } from "../object";
import { about } from "./finding";

const NAMES = "https://kubernetes.io/docs/concepts/overview/working-with-objects/names/";
const LABELS =
  "https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set";

const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
/** Of host names and of most objects. */
export const SUBDOMAIN = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
const VALUE = /^([A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?)?$/;
const KEY = /^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/;

/** Kinds whose names become parts of host names. */
const AS_LABEL = /^(Namespace|Service)$/;
/** Kinds whose names are path segments alone. */
const AS_PATH = /^(Role|RoleBinding|ClusterRole|ClusterRoleBinding)$/;

/** Names, labels and annotations as the API server takes them. */
export function nameFindings(estate: Estate): Judged[] {
  return clustersOf(estate).flatMap(({ objects }) =>
    objects.flatMap((object) => [...named(object), ...labelled(object)]),
  );
}

function named(object: KubeObject): Judged[] {
  const { kind, name, namespace } = object;
  const isGood = AS_PATH.test(kind)
    ? /^(?!\.{1,2}$)[^/%]+$/.test(name)
    : AS_LABEL.test(kind)
      ? LABEL.test(name)
      : SUBDOMAIN.test(name) && name.length <= 253;
  return [
    ...(isGood
      ? []
      : [
          about(
            object,
            `metadata.name: '${name}' is not a name such as api: lower-case letters, digits and dashes`,
            NAMES,
          ),
        ]),
    ...(namespace === "" || LABEL.test(namespace)
      ? []
      : [about(object, `metadata.namespace: '${namespace}' is not a name such as api`, NAMES)]),
  ];
}

/** Everything under `labels`, `matchLabels` and `annotations`, at any depth. */
function labelled(object: KubeObject): Judged[] {
  return maps(object.body).flatMap(({ path, map, isLabel }) =>
    Object.entries(map).flatMap(([key, value]): Judged[] => {
      if (!KEY.test(key))
        return [about(object, `${path}: '${key}' is not a key such as app.kubernetes.io/name`, LABELS)];
      if (typeof value !== "string")
        return [about(object, `${path}.${key}: ${JSON.stringify(value)} is not a text; quote it`, LABELS)];
      const tooLong = isLabel && !VALUE.test(value);
      return tooLong
        ? [
            about(
              object,
              `${path}.${key}: '${value}' is not a label: at most 63 letters, digits, dashes, dots and _`,
              LABELS,
            ),
          ]
        : [];
    }),
  );
}

interface Labels {
  readonly path: string;
  readonly map: { readonly [key: string]: Json };
  readonly isLabel: boolean;
}

function maps(value: Json, path: readonly string[] = []): Labels[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => maps(item, path));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key];
    const isMetadata = path.at(-1) === "metadata" && (key === "labels" || key === "annotations");
    if ((isMetadata || key === "matchLabels") && isObject(inner)) {
      return [{ path: here.join("."), map: inner, isLabel: key !== "annotations" }];
    }
    return maps(inner, here);
  });
}

/** Two objects of one kind and name would overwrite each other. */
export function duplicateFindings(estate: Estate): Judged[] {
  return clustersOf(estate).flatMap(({ objects }) => {
    const seen = new Map<string, KubeObject>();
    return objects.flatMap((object) => {
      const key = [object.apiVersion.split("/")[0], object.kind, object.namespace, object.name].join(" ");
      const other = seen.get(key);
      seen.set(key, object);
      if (!other || at(object.body, "metadata.generateName").length > 0) return [];
      const whose = `${other.origin.address} of ${other.origin.workspace}`;
      return [about(object, `${whose} applies an object of this kind and name too`, NAMES)];
    });
  });
}
