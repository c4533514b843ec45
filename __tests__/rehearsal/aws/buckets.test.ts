import { bucketFindings } from "../../../rehearsal/aws/buckets";
import { cutSubnets } from "../../../rehearsal/world/cut";
import { estate, inOrder, resource } from "../fixtures/estate";

const policy = (bucket: string, ...resources: string[]) =>
  resource("aws_s3_bucket_policy", "It", {
    bucket,
    policy: JSON.stringify({ Statement: [{ Effect: "Deny", Resource: resources }] }),
  });
const versions = resource("aws_s3_bucket_versioning", "It", { bucket: "states" });
const expiry = resource("aws_s3_bucket_lifecycle_configuration", "It", {
  bucket: "states",
  rule: [{ noncurrent_version_expiration: [{ noncurrent_days: 30 }] }],
});

const saysOf = (...objects: ReturnType<typeof resource>[]) =>
  bucketFindings(estate(objects)).map(({ says }) => says);

describe("a bucket's policy", () => {
  it("is about its bucket and what lies in it", () =>
    expect(saysOf(policy("states", "arn:aws:s3:::states", "arn:aws:s3:::states/*", "*"))).toEqual([]));
  it("cannot be about another one", () =>
    expect(saysOf(policy("states", "arn:aws:s3:::states-2"))).toEqual([
      "policy: 'arn:aws:s3:::states-2' is not arn:aws:s3:::states or an object in it",
    ]));
});

describe("versions that expire", () => {
  it("are kept before", () => expect(saysOf(...inOrder([versions, expiry]))).toEqual([]));
  it("need not be kept yet where nothing says so", () =>
    expect(saysOf(versions, expiry)).toEqual([
      expect.stringMatching(/aws_s3_bucket_versioning.It come before/),
    ]));
  it("are none where nobody keeps them", () =>
    expect(saysOf(expiry)).toEqual([expect.stringMatching(/keeps no versions/)]));
});

it("a firewall rule for a part of a subnet holds for some of its machines only", () => {
  const judge = cutSubnets(
    { types: /^demo_subnet$/, attributes: ["cidr"] },
    { types: /^demo_rule$/, attributes: ["from"] },
    "https://example.com",
  );
  const subnets = ["10.1.0.0/20", "10.1.16.0/20"].map((cidr, i) =>
    resource("demo_subnet", `S${i}`, { cidr }),
  );
  const cuts = (from: string) =>
    judge(estate([...subnets, resource("demo_rule", "It", { from })])).map(({ says }) => says);
  for (const whole of [
    "10.1.0.0/20",
    "10.1.0.0/16",
    "10.1.0.7/32",
    "10.1.0.7",
    "203.0.113.0/24",
    "Internet",
  ]) {
    expect(cuts(whole)).toEqual([]);
  }
  expect(cuts("10.1.16.0/21")).toEqual([expect.stringMatching(/a part of demo_subnet.S1 \(10.1.16.0\/20\)/)]);
});
