import type { JobsReach } from "./github-statements";
import type { Statement } from "./policy";

type DatabaseReach = Pick<JobsReach, "accountId" | "environment" | "locations">;

/** The secrets that RDS keeps administrators' passwords in. RDS chooses their names, so no name tells whose they are. */
const secrets = ({ accountId }: DatabaseReach): string =>
  `arn:aws:secretsmanager:*:${accountId}:secret:rds!db-*`;

/**
 * Looks at databases, and reads their administrators' passwords: a plan of the workspace that makes users reads them, and its state
 * holds them. RDS tags a secret with its database, which is named by environment
 * (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html).
 */
export const databaseReads = (reach: DatabaseReach): readonly Statement[] => [
  {
    Sid: "LookAtDatabases",
    Effect: "Allow",
    Action: ["rds:Describe*", "rds:ListTagsForResource"],
    Resource: "*",
  },
  {
    Sid: "AdministratorsPasswords",
    Effect: "Allow",
    Action: "secretsmanager:GetSecretValue",
    Resource: secrets(reach),
    Condition: {
      StringLike: {
        "aws:ResourceTag/aws:rds:primaryDBInstanceArn": `arn:aws:rds:*:${reach.accountId}:db:${reach.environment}-*`,
      },
    },
  },
];

/**
 * Makes, changes and destroys databases of the environment's name. RDS makes the secret in the caller's name, with a key that AWS
 * manages, whose own policy admits who may call RDS
 * (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html#rds-secrets-manager-permissions,
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html).
 */
export function databaseStatements(reach: DatabaseReach): readonly Statement[] {
  const { accountId, environment, locations } = reach;
  const inRegions = { StringEquals: { "aws:RequestedRegion": locations } };
  const arn = (resource: string) => `arn:aws:rds:*:${accountId}:${resource}`;
  return [
    ...databaseReads(reach),
    {
      Sid: "Databases",
      Effect: "Allow",
      Action: [
        "rds:AddTagsToResource",
        "rds:CreateDBInstance",
        "rds:CreateDBParameterGroup",
        "rds:CreateDBSnapshot", // the last one
        "rds:CreateDBSubnetGroup",
        "rds:DeleteDBInstance",
        "rds:DeleteDBInstanceAutomatedBackup", // its automated ones go with a database
        "rds:DeleteDBParameterGroup",
        "rds:DeleteDBSubnetGroup",
        "rds:ModifyDBInstance",
        "rds:ModifyDBParameterGroup",
        "rds:ModifyDBSubnetGroup",
        "rds:RebootDBInstance",
        "rds:RemoveTagsFromResource",
        "rds:ResetDBParameterGroup",
      ],
      Resource: [
        ...["db", "pg", "snapshot", "subgrp"].map((kind) => arn(`${kind}:${environment}-*`)),
        arn("og:default:*"), // AWS' own, which every database has
      ],
      Condition: inRegions,
    },
    {
      Sid: "NewPasswords",
      Effect: "Allow",
      Action: ["secretsmanager:CreateSecret", "secretsmanager:TagResource"],
      Resource: secrets(reach),
      Condition: inRegions,
    },
    {
      Sid: "DatabasesOwnRole",
      Effect: "Allow",
      Action: "iam:CreateServiceLinkedRole",
      Resource: `arn:aws:iam::${accountId}:role/aws-service-role/*`,
      Condition: { StringEquals: { "iam:AWSServiceName": "rds.amazonaws.com" } },
    },
  ];
}
