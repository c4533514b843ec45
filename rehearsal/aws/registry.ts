import type { Estate } from "../world/estate";
import { found, type Judged } from "../world/finding";
import { at, isObject, type Json, text, texts } from "../world/object";
import { location } from "../world/references";

const REPLICATION = "https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication.html";
const LIFECYCLE = "https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html";

/** Replication leads to repositories that are there; lifecycle policies are ones. */
export function registryFindings(estate: Estate): Judged[] {
  return [
    ...estate.ofType("aws_ecr_replication_configuration").flatMap((replication) =>
      at(replication.values, "replication_configuration.rule").flatMap((rule) =>
        at(rule, "destination").flatMap((destination) => {
          const region = text(destination, "region");
          const registry = text(destination, "registry_id");
          const account = replication.place["account"];
          const prefixes = texts(rule, "repository_filter.filter");
          const there = estate.ofType("aws_ecr_repository").filter((each) => location(each) === region);
          const here = estate
            .ofType("aws_ecr_repository")
            .filter((each) => location(each) === location(replication));
          const late = [...there, ...here].filter((each) => !estate.isBefore(each, replication));
          return [
            ...(region === location(replication)
              ? [found(replication, `destination.region: ${region} is the region itself`, REPLICATION)]
              : []),
            ...(account && registry !== account
              ? [
                  found(
                    replication,
                    `destination.registry_id: ${registry} is not the account, ${account}`,
                    REPLICATION,
                  ),
                ]
              : []),
            ...prefixes
              .filter((prefix) => !here.some(({ values }) => text(values, "name").startsWith(prefix)))
              .map((prefix) =>
                found(
                  replication,
                  `repository_filter: no repository begins with '${prefix}'; there are ${here.map(({ values }) => text(values, "name")).join(", ")}`,
                  REPLICATION,
                ),
              ),
            ...(region !== location(replication)
              ? prefixes
                  .filter(
                    (prefix) =>
                      here.some(({ values }) => text(values, "name").startsWith(prefix)) &&
                      !there.some(({ values }) => text(values, "name").startsWith(prefix)),
                  )
                  .map((prefix) =>
                    found(
                      replication,
                      `destination.region: no repository of ${region} begins with '${prefix}': ECR makes one without its policies`,
                      REPLICATION,
                    ),
                  )
              : []),
            ...late.map((each) =>
              found(
                replication,
                `ECR makes repositories itself that are not there: nothing makes ${each.address} come before`,
                REPLICATION,
              ),
            ),
          ];
        }),
      ),
    ),
    ...estate
      .ofType("aws_ecr_lifecycle_policy")
      .flatMap((policy) =>
        lifecycleProblems(text(policy.values, "policy")).map((says) =>
          found(policy, `policy: ${says}`, LIFECYCLE),
        ),
      ),
  ];
}

const SELECTION = [
  "tagStatus",
  "tagPatternList",
  "tagPrefixList",
  "storageClass",
  "countType",
  "countUnit",
  "countNumber",
];

function lifecycleProblems(document: string): string[] {
  let policy: Json;
  try {
    policy = JSON.parse(document) as Json;
  } catch {
    return ["it is not JSON"];
  }
  const rules = at(policy, "rules");
  const ranks = rules.map((rule) => at(rule, "rulePriority")[0]);
  const isLast = (rule: Json) => ranks.every((rank) => Number(rank) <= Number(at(rule, "rulePriority")[0]));
  return [
    ...(rules.length === 0 ? ["it has no rules"] : []),
    ...(new Set(ranks).size < ranks.length ? ["two rules have one priority"] : []),
    ...rules.flatMap((rule) => {
      const selection = at(rule, "selection")[0] ?? {};
      const status = text(selection, "tagStatus");
      const [type, unit] = [text(selection, "countType"), text(selection, "countUnit")];
      return [
        ...(["tagged", "untagged", "any"].includes(status)
          ? []
          : [`tagStatus '${status}' is not tagged, untagged or any`]),
        ...(["imageCountMoreThan", "sinceImagePushed", "sinceImagePulled", "sinceImageTransitioned"].includes(
          type,
        )
          ? []
          : [`countType '${type}' is not imageCountMoreThan or sinceImagePushed`]),
        ...(type.startsWith("since") && unit !== "days" ? [`countUnit '${unit}' is not days`] : []),
        ...(Number(at(selection, "countNumber")[0]) > 0 ? [] : ["countNumber is not above 0"]),
        ...(["expire", "transition"].includes(text(rule, "action.type"))
          ? []
          : [`action '${text(rule, "action.type")}' is not expire`]),
        ...(status === "tagged" &&
        at(selection, "tagPatternList").length + at(selection, "tagPrefixList").length === 0
          ? ["tagStatus tagged needs tagPatternList or tagPrefixList"]
          : []),
        ...(status === "any" && !isLast(rule) ? ["a rule for any image has to come last"] : []),
        ...Object.keys(isObject(selection) ? selection : {})
          .filter((key) => !SELECTION.includes(key))
          .map((key) => `selection has no '${key}'`),
      ];
    }),
  ];
}
