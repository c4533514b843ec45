import type { Estate } from "../world/estate";
import { found, type Judged } from "../world/finding";
import { text, type WorldObject } from "../world/object";

const STATE = "https://kops.sigs.k8s.io/state/";
const DISCOVERY =
  "https://kops.sigs.k8s.io/cluster_spec/#service-account-issuer-discovery-and-aws-iam-roles-for-service-accounts-irsa";

/** The buckets that clusters keep their state in, by name, and what makes them. */
export const storesIn = (
  estate: Estate,
): readonly { readonly name: string; readonly bucket: WorldObject | undefined }[] =>
  [...new Set(estate.ofType("kops_cluster").map((cluster) => bucketName(cluster, "config_store.base")))]
    .filter((name) => name !== "")
    .map((name) => ({
      name,
      bucket: estate.ofType("aws_s3_bucket").find(({ values }) => text(values, "bucket") === name),
    }));

/** `s3://kops-ca-kops-000000000000/kops-main.k8s.local` is in bucket `kops-ca-kops-000000000000`. */
const bucketName = ({ values }: WorldObject, attribute: string): string =>
  /^s3:\/\/([^/]+)/.exec(text(values, attribute))?.[1] ?? "";

/** The buckets that a cluster uses are made before it; the one with keys is private, the one for tokens is not. */
export function storeFindings(estate: Estate): Judged[] {
  return estate
    .ofType("kops_cluster")
    .flatMap((cluster) => [
      ...bucketFindings(cluster, "config_store.base", true, STATE, estate),
      ...bucketFindings(
        cluster,
        "service_account_issuer_discovery.discovery_store",
        false,
        DISCOVERY,
        estate,
      ),
    ]);
}

function bucketFindings(
  cluster: WorldObject,
  attribute: string,
  isPrivate: boolean,
  source: string,
  estate: Estate,
): Judged[] {
  const name = bucketName(cluster, attribute);
  if (name === "") return [];
  const bucket = estate.ofType("aws_s3_bucket").find(({ values }) => text(values, "bucket") === name);
  if (!bucket) return [found(cluster, `${attribute}: nobody makes bucket '${name}'`, source)];
  const isClosed = estate
    .ofType("aws_s3_bucket_public_access_block")
    .some(
      ({ values }) =>
        text(values, "bucket") === name &&
        values["block_public_policy"] === true &&
        values["restrict_public_buckets"] === true,
    );
  return [
    ...(estate.isBefore(bucket, cluster)
      ? []
      : [found(cluster, `${attribute}: nothing makes bucket '${name}' come before`, source)]),
    ...(isPrivate && !isClosed
      ? [found(bucket, "holds the keys of clusters' authorities, and is open to the public", source)]
      : []),
    ...(!isPrivate && isClosed
      ? [
          found(
            bucket,
            "nobody reads there by which keys tokens are verified: it is closed to the public",
            source,
          ),
        ]
      : []),
  ];
}
