import type { Estate } from "../world/estate";
import { found, type Judged } from "../world/finding";
import { at, text, type WorldObject } from "../world/object";
import { matches, statementsOf } from "./iam/document";

const POLICY =
  "https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-bucket-user-policy-specifying-resource.html";
const EXPIRY =
  "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_lifecycle_configuration";

/** What is said of a bucket is about that bucket, and what needs its versions comes after they are kept. */
export function bucketFindings(estate: Estate): Judged[] {
  return [
    ...estate.ofType("aws_s3_bucket_policy").flatMap(policyFindings),
    ...estate.ofType("aws_s3_bucket_lifecycle_configuration").flatMap((each) => expiryFindings(each, estate)),
  ];
}

/** S3 refuses a policy that names anything but its own bucket: "Policy has invalid resource". */
function policyFindings(object: WorldObject): Judged[] {
  const own = `arn:aws:s3:::${text(object.values, "bucket")}`;
  const others = statementsOf(text(object.values, "policy"))
    .flatMap((statement) => at(statement, "Resource").map(String))
    .filter((resource) => !resource.startsWith(`${own}/`) && !matches(resource, own, ""));
  return [...new Set(others)].map((resource) =>
    found(object, `policy: '${resource}' is not ${own} or an object in it`, POLICY),
  );
}

/** Rules for versions that are past need versions. */
function expiryFindings(object: WorldObject, estate: Estate): Judged[] {
  if (at(object.values, "rule.noncurrent_version_expiration").length === 0) return [];
  const bucket = text(object.values, "bucket");
  const versions = estate
    .ofType("aws_s3_bucket_versioning")
    .filter(({ values }) => text(values, "bucket") === bucket);
  if (versions.length === 0)
    return [found(object, `bucket ${bucket} keeps no versions that could expire`, EXPIRY)];
  return versions
    .filter((each) => !estate.isBefore(each, object))
    .map((each) =>
      found(object, `needs the versions of its bucket: nothing makes ${each.address} come before`, EXPIRY),
    );
}
