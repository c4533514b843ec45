import { DataAwsSecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/data-aws-secretsmanager-secret-version";
import { Fn, Token } from "cdktf";
import type { Construct } from "constructs";

/** The password in a secret of RDS' own, as a sensitive expression: read with each plan, since RDS changes it by itself. */
export const administratorPassword = (scope: Construct, id: string, secretArn: string): string =>
  Token.asString(
    Fn.lookup(
      Fn.jsondecode(new DataAwsSecretsmanagerSecretVersion(scope, id, { secretId: secretArn }).secretString),
      "password",
    ),
  );
