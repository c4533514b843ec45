import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { Construct } from "constructs";

/** The account that a workspace works in, and what its resources are tagged with. */
export interface AwsAccount {
  readonly accountId: string;
  readonly environment: string;

  /** ARN of the policy that bounds the roles of clusters. @default - none */
  readonly boundary?: string | undefined;
}

/**
 * Configures the aws provider of a workspace for one AWS region. It signs in as the AWS CLI does (`aws sso login`), or by
 * a CI job's OpenID Connect identity: there is no secret to hand over. It refuses any other account.
 */
export function useAws(scope: Construct, { accountId, environment }: AwsAccount, region: string): void {
  new AwsProvider(scope, "Aws", {
    region,
    allowedAccountIds: [accountId],
    defaultTags: [{ tags: { environment, "managed-by": "terraform" } }],
  });
}
