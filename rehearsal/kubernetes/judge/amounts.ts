import type { Estate } from "../../world/estate";
import type { Judged } from "../../world/finding";
import { at, isObject, type Json, text } from "../../world/object";
import { clustersOf } from "../cluster";
import type { KubeObject } from "../object";
import { quantity } from "../quantity";
import { about } from "./finding";

const QUANTITY = "https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/";
const RESOURCES = "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/";
const PORT = "https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service";

/** Ports, quantities and what is asked for against what is allowed, wherever an object has them. */
export function amountFindings(estate: Estate): Judged[] {
  return clustersOf(estate).flatMap(({ objects }) =>
    objects.flatMap((object) => walk(object, object.body, [])),
  );
}

const PORT_NAME = /^(port|targetPort|containerPort|hostPort|nodePort|endPort)$/;

function walk(object: KubeObject, value: Json, path: readonly string[]): Judged[] {
  if (Array.isArray(value)) return value.flatMap((item: Json, i) => walk(object, item, [...path, `[${i}]`]));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key];
    const where = here.join(".").replaceAll(".[", "[");
    if (/^(data|stringData|binaryData|annotations|labels|matchLabels|parameters)$/.test(key)) return [];
    if (PORT_NAME.test(key)) return portFindings(object, where, inner);
    if (key === "resources" && isObject(inner)) return resourceFindings(object, where, inner);
    if (key === "storage" && isObject(value) && path.at(-1) === "requests")
      return quantityFindings(object, where, inner);
    return walk(object, inner, here);
  });
}

function portFindings(object: KubeObject, where: string, value: Json): Judged[] {
  if (typeof value === "number" && !(Number.isInteger(value) && value >= 1 && value <= 65535)) {
    return [about(object, `${where}: ${value} is not a port: between 1 and 65535`, PORT)];
  }
  const isName = typeof value === "string" && !/^(?!\d+$)[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?$/.test(value);
  return isName && object.apiVersion !== "traefik.io/v1alpha1"
    ? [
        about(
          object,
          `${where}: '${value}' is not the name of a port: at most 15 lower-case letters, digits and dashes`,
          PORT,
        ),
      ]
    : [];
}

function resourceFindings(
  object: KubeObject,
  where: string,
  resources: { readonly [key: string]: Json },
): Judged[] {
  const { requests, limits } = resources;
  const amounts = [
    ...Object.entries(isObject(requests) ? requests : {}).map(
      ([name, value]) => [`requests.${name}`, value] as const,
    ),
    ...Object.entries(isObject(limits) ? limits : {}).map(
      ([name, value]) => [`limits.${name}`, value] as const,
    ),
  ];
  const wrong = amounts.flatMap(([name, value]) => quantityFindings(object, `${where}.${name}`, value));
  const tooMuch = Object.keys(isObject(requests) ? requests : {}).flatMap((name) => {
    const [asked, allowed] = [requests, limits].map((each) => quantity(at(each, name)[0]));
    if (asked === undefined || allowed === undefined || asked <= allowed) return [];
    const says = `${where}: asks for ${text(requests, name)} of ${name} and is allowed ${text(limits, name)}`;
    return [about(object, says, RESOURCES)];
  });
  return [...wrong, ...tooMuch];
}

function quantityFindings(object: KubeObject, where: string, value: Json): Judged[] {
  const amount = quantity(value);
  const known = /(cpu|memory|storage|ephemeral-storage|pods|hugepages-\w+|[\w.-]+\/[\w.-]+)$/.test(where);
  return [
    ...(amount === undefined || amount <= 0
      ? [about(object, `${where}: ${JSON.stringify(value)} is not a quantity such as 100m or 64Mi`, QUANTITY)]
      : []),
    ...(known
      ? []
      : [
          about(
            object,
            `${where}: nothing of that name can be asked for; there are cpu, memory, storage`,
            RESOURCES,
          ),
        ]),
  ];
}
