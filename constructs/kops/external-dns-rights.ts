import type { Statement } from "../aws/policy";

/** What External DNS marks its own records by: one of TXT beside each (https://kubernetes-sigs.github.io/external-dns/latest/docs/registry/txt/). */
const MARKED = ["a", "aaaa", "cname"];

/**
 * What writing names into one zone takes (https://kubernetes-sigs.github.io/external-dns/latest/docs/tutorials/aws/#iam-policy).
 *
 * @param names - the only ones that may be written; a wildcard's `*` is spelt `\\052`. @default - all of the zone
 */
export const namesIn = (zoneId: string, names?: readonly string[]): readonly Statement[] => {
  const zone = `arn:aws:route53:::hostedzone/${zoneId}`;
  return [
    {
      Sid: "Names",
      Effect: "Allow",
      Action: "route53:ChangeResourceRecordSets",
      Resource: zone,
      // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/specifying-conditions-route53.html
      ...(names === undefined
        ? {}
        : {
            Condition: {
              "ForAllValues:StringEquals": {
                "route53:ChangeResourceRecordSetsNormalizedRecordNames": names.flatMap((name) => [
                  name,
                  ...MARKED.map((type) => `${type}-${name}`),
                ]),
              },
            },
          }),
    },
    {
      Sid: "LookIntoZone",
      Effect: "Allow",
      Action: ["route53:ListResourceRecordSets", "route53:ListTagsForResources"],
      Resource: zone,
    },
    { Sid: "FindZone", Effect: "Allow", Action: "route53:ListHostedZones", Resource: "*" }, // it knows no resources
  ];
};
