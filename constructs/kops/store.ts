import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { Construct } from "constructs";
import { policyText } from "../aws/policy";
import { Role } from "../aws/role";
import { StateBucket } from "../aws/state-bucket";
import { kopsBoundary, kopsBoundaryName } from "./boundary";
import { DiscoveryBucket } from "./discovery-bucket";
import { operatorStatements } from "./operator-policies";

export interface StoreProps {
  /** Begins the names of role and policy: at most 32 characters; unique in the account. */
  readonly name: string;

  readonly accountId: string;

  /** Name of the environment, which clusters' names begin with. */
  readonly environment: string;

  /** AWS' name of the region. */
  readonly location: string;

  /** Name of the bucket with kOps' state. */
  readonly bucket: string;

  /** Name of the public bucket with the keys of clusters' tokens. @default - there is none */
  readonly discoveryBucket?: string | undefined;

  /** The zone of Route 53 that clusters' names are written into. @default - none */
  readonly zoneId?: string | undefined;

  /** Whether pods sign in to databases of RDS by tokens. @default false */
  readonly signsIn?: boolean;

  /** ARNs of the roles and users who may work as the operator. */
  readonly administrators: readonly string[];

  /** Buckets with Terraform's states, which the operator reads and writes too. */
  readonly states: readonly string[];

  /** Whether Terraform refuses to destroy the bucket. */
  readonly protect: boolean;
}

/**
 * Where kOps keeps its clusters' state, keys of their authorities among it, and whom it works as: a role that makes clusters of
 * this environment in this region, whose roles cannot do more than the boundary says.
 */
export class Store extends Construct {
  /** ARN of the boundary of clusters' roles. */
  readonly boundary: string;

  /** ARN of the role. */
  readonly operator: string;

  constructor(scope: Construct, id: string, props: StoreProps) {
    super(scope, id);
    const { name, bucket, discoveryBucket, location } = props;

    new StateBucket(this, "State", { name: bucket, location, protect: props.protect });
    if (discoveryBucket !== undefined) new DiscoveryBucket(this, "Discovery", { name: discoveryBucket });
    const reach = {
      ...props,
      buckets: [bucket, ...(discoveryBucket === undefined ? [] : [discoveryBucket])],
    };
    const boundary = new IamPolicy(this, "Boundary", {
      name: kopsBoundaryName(name),
      description: `The most that roles of clusters of ${props.environment} may do`,
      policy: policyText(...kopsBoundary(reach)),
    });
    const operator = new Role(this, "Operator", {
      name: `${name}-operator`,
      description: `Makes clusters of ${props.environment} with kOps`,
      trust: { Effect: "Allow", Principal: { AWS: props.administrators }, Action: "sts:AssumeRole" },
      statements: operatorStatements({ ...reach, boundary: boundary.arn }),
    });

    this.boundary = boundary.arn;
    this.operator = operator.arn;
  }
}
