import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Testing } from "cdktf";
import { policyText, type Statement, trustService } from "../../../constructs/aws/policy";
import { Role } from "../../../constructs/aws/role";

const read = (resource: string): Statement => ({
  Effect: "Allow",
  Action: "kms:Decrypt",
  Resource: resource,
});

describe("a policy's text", () => {
  it("is JSON where everything is known, so that a plan shows it", () => {
    expect(JSON.parse(policyText(read("arn:aws:kms:eu-west-2:000000000000:key/1")))).toEqual({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: "kms:Decrypt", Resource: "arn:aws:kms:eu-west-2:000000000000:key/1" },
      ],
    });
  });

  it("is an expression where something is not, since HCL would lose its quotes otherwise", () => {
    const synthesized = Testing.synthScope((scope) => {
      const key = new KmsKey(scope, "Key", {});
      new Role(scope, "Role", {
        name: "role",
        description: "a role",
        trust: trustService("eks.amazonaws.com"),
        statements: [read(key.arn)],
      });
    });
    expect(synthesized).toContain('"policy": "${jsonencode({');
    expect(synthesized).toContain('\\"Resource\\" = aws_kms_key.Key.arn');
  });
});

describe("a role", () => {
  const policies = (props: Partial<ConstructorParameters<typeof Role>[2]>) => {
    let count = 0;
    Testing.synthScope((scope) => {
      count = new Role(scope, "Role", {
        name: "role",
        description: "a role",
        trust: trustService("eks.amazonaws.com"),
        ...props,
      }).policies.length;
    });
    return count;
  };

  it("may do nothing unless told", () => {
    expect(policies({})).toBe(0);
  });

  it("names all of its policies, so that others wait for each", () => {
    expect(policies({ managedPolicies: ["A", "service-role/B"], statements: [read("arn")] })).toBe(3);
  });
});
