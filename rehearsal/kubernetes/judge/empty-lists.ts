import type { Estate } from "../../world/estate";
import type { Judged } from "../../world/finding";
import { isObject, type Json } from "../../world/object";
import { clustersOf } from "../cluster";
import { about } from "./finding";

/** Lists that mean everything where they are empty, though they look like nothing. */
const LISTS: readonly {
  readonly kinds: RegExp;
  readonly path: string;
  readonly means: string;
  readonly source: string;
}[] = [
  {
    kinds: /^(Cluster)?Role$/,
    path: "rules.resourceNames",
    means: "objects of every name",
    source: "https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources",
  },
  ...[
    ["ingress.from", "every caller"],
    ["egress.to", "every address"],
    ["ingress.ports", "every port"],
    ["egress.ports", "every port"],
  ].map(([path, means]) => ({
    kinds: /^NetworkPolicy$/,
    path: `spec.${path}`,
    means: means as string,
    source: "https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/",
  })),
];

/** Empty lists that mean everything. Where everything is meant, the list is to be left out instead. */
export function emptyListFindings(estate: Estate): Judged[] {
  return clustersOf(estate).flatMap(({ objects }) =>
    objects.flatMap((object) =>
      LISTS.filter(({ kinds, path }) => kinds.test(object.kind) && isEmpty(object.body, path.split("."))).map(
        ({ path, means, source }) =>
          about(object, `${path}: an empty list means ${means}; leave it out if that is meant`, source),
      ),
    ),
  );
}

function isEmpty(value: Json | undefined, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return Array.isArray(value) && value.length === 0;
  if (Array.isArray(value)) return value.some((item: Json) => isEmpty(item, [step, ...rest]));
  return isObject(value) && isEmpty(value[step], rest);
}
