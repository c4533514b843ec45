import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { policyText, type Statement } from "./policy";

export interface RoleProps {
  /** At most 64 characters; unique in the account. */
  readonly name: string;

  /** What the role is for. */
  readonly description: string;

  /** Who may take the role on. */
  readonly trust: Statement;

  /** AWS' own policies by name: `AmazonEKSClusterPolicy`. @default - none */
  readonly managedPolicies?: readonly string[];

  /** ARN of the policy beyond which nothing is allowed, by no attached policy either. @default - none */
  readonly boundary?: string | undefined;

  /** What the role may do besides. @default - nothing */
  readonly statements?: readonly Statement[];
}

/** An IAM role with its policies. */
export class Role extends Construct {
  readonly name: string;
  readonly arn: string;

  /** The role's policies: resources that use the role are made after them, and removed before. */
  readonly policies: ITerraformDependable[];

  constructor(scope: Construct, id: string, props: RoleProps) {
    super(scope, id);
    const { managedPolicies = [], statements = [] } = props;

    const role = new IamRole(this, "Resource", {
      name: props.name,
      description: props.description,
      assumeRolePolicy: policyText(props.trust),
      ...(props.boundary === undefined ? {} : { permissionsBoundary: props.boundary }),
    });
    const managed = managedPolicies.map(
      (policy) =>
        new IamRolePolicyAttachment(this, policy.split("/").pop() as string, {
          role: role.name,
          policyArn: `arn:aws:iam::aws:policy/${policy}`,
        }),
    );
    const own =
      statements.length === 0
        ? []
        : [
            new IamRolePolicy(this, "Policy", {
              name: "own",
              role: role.name,
              policy: policyText(...statements),
            }),
          ];

    this.name = role.name;
    this.arn = role.arn;
    this.policies = [...managed, ...own];
  }
}
