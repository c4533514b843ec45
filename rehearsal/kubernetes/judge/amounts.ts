import type { Estate } from "../../world/estate";
import type { Judged } from "../../world/finding";
import { isObject, type Json } from "../../world/object";
import { clustersOf } from "../cluster";
import type { KubeObject } from "../object";
import { quantity } from "../quantity";
import { about } from "./finding";

const RESOURCES = "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/";
const PORT = "https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service";

/** Ports, quantities and what is asked for against what is allowed, in every place of an object that has them. */
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
    if (key === "resources" && isObject(inner)) {
      return resourceProblems(inner, where).map((problem) => about(object, problem, RESOURCES));
    }
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

/** What is wrong with requests and limits. */
export function resourceProblems(resources: { readonly [key: string]: Json }, where: string): string[] {
  const { requests, limits } = resources;
  const [asked, allowed] = [requests, limits].map((each) => (isObject(each) ? each : {}));
  const amounts = [
    ...Object.entries(asked ?? {}).map(([name, value]) => [`requests.${name}`, value] as const),
    ...Object.entries(allowed ?? {}).map(([name, value]) => [`limits.${name}`, value] as const),
  ];
  return [
    ...amounts.flatMap(([name, value]) => quantityProblems(`${where}.${name}`, value)),
    ...Object.entries(asked ?? {}).flatMap(([name, value]) => {
      const [least, most] = [quantity(value), quantity(allowed?.[name])];
      if (least === undefined || most === undefined || least <= most) return [];
      return [`${where}: asks for ${String(value)} of ${name} and is allowed ${String(allowed?.[name])}`];
    }),
  ];
}

const KNOWN = /\.(cpu|memory|storage|ephemeral-storage|pods|hugepages-\w+|[\w.-]+\/[\w.-]+)$/;

/** No runtime starts a container with less: https://docs.docker.com/engine/containers/resource_constraints/#limit-a-containers-access-to-memory */
const LEAST_MEMORY = 6 * 2 ** 20;

function quantityProblems(where: string, value: Json): string[] {
  const amount = quantity(value);
  if (!KNOWN.test(where))
    return [`${where}: nothing of that name can be asked for; there are cpu, memory, storage`];
  if (amount === undefined || amount < 0)
    return [`${where}: ${JSON.stringify(value)} is not a quantity such as 100m or 64Mi`];
  const isTooSmall = /\.(memory|storage)$/.test(where) && amount > 0 && amount < LEAST_MEMORY;
  return isTooSmall
    ? [`${where}: ${String(value)} is ${amount} bytes, less than anything needs; such as 64Mi`]
    : [];
}
