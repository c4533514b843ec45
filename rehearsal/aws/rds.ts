import type { ComputedValue } from "../emulator/computed-value";
import type { Lifetime } from "../rules/lifetime";
import type { RuleTable } from "../rules/rule";
import type { Estate } from "../world/estate";
import { found, type Judged } from "../world/finding";
import { text, texts, type WorldObject } from "../world/object";
import type { Reference } from "../world/references";
import { exitOf } from "./networks";

const API = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html";
const SUBNETS =
  "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html";
const TEMPLATE =
  "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html";

const INSTANCE = /^aws_db_instance$/;

export const RDS_COMPUTED: readonly ComputedValue[] = [
  {
    types: INSTANCE,
    attribute: /^address$/,
    value: "{identifier}.{#hex:12}.{@region}.rds.amazonaws.com",
  },
  {
    types: INSTANCE,
    attribute: /(^|\.)secret_arn$/,
    value: "arn:aws:secretsmanager:{@region}:{@allowed_account_ids.0}:secret:rds!db-{#uuid}-{#hex:6}",
  },
  {
    types: /^data\.aws_secretsmanager_secret_version$/,
    attribute: /^secret_string$/,
    value: '{"username":"platform","password":"{#base64:28}"}',
  },
];

export const RDS_LIFETIMES: readonly Lifetime[] = [
  {
    type: "aws_db_instance",
    replacedBy: [
      "region",
      "engine",
      "db_name",
      "username",
      "storage_encrypted",
      "kms_key_id",
      "character_set_name",
    ],
    holds: "every row since the last snapshot",
    source: TEMPLATE,
  },
];

export const RDS_REFERENCES: readonly Reference[] = [
  {
    types: INSTANCE,
    attribute: "db_subnet_group_name",
    to: /^aws_db_subnet_group$/,
    by: "name",
    near: true,
    says: "a group of subnets",
    source: API,
  },
  {
    types: INSTANCE,
    attribute: "parameter_group_name",
    to: /^aws_db_parameter_group$/,
    by: "name",
    near: true,
    says: "a group of parameters",
    source: API,
  },
];

export const RDS_VALUES: Pick<RuleTable, "rules"> & Required<Pick<RuleTable, "demands">> = {
  rules: [
    {
      types: INSTANCE,
      attribute: "identifier",
      expect: /^[a-z](?!.*--)(?!.*-$)[a-z0-9-]{0,62}$/,
      says: "at most 63 lower-case letters, digits and single dashes",
      source: API,
    },
    {
      types: INSTANCE,
      attribute: "db_name",
      expect: /^[A-Za-z_]\w{0,62}$/,
      says: "a name of letters, digits and underscores",
      source: API,
    },
    {
      types: INSTANCE,
      attribute: "username",
      expect: /^(?!(?:admin|rdsadmin|postgres_admin)$)[A-Za-z]\w{0,62}$/,
      says: "a name that PostgreSQL at RDS does not keep for itself",
      source: API,
    },
    {
      types: INSTANCE,
      attribute: "allocated_storage",
      when: { storage_type: /^gp3$/ },
      expect: { from: 20, to: 65_536 },
      source: API,
    },
    { types: INSTANCE, attribute: "backup_retention_period", expect: { from: 0, to: 35 }, source: API },
    {
      types: INSTANCE,
      attribute: "backup_window",
      expect: /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/,
      says: "a window such as 03:00-04:00",
      source: API,
    },
    {
      types: INSTANCE,
      attribute: "maintenance_window",
      expect: /^(mon|tue|wed|thu|fri|sat|sun):\d\d:\d\d-(mon|tue|wed|thu|fri|sat|sun):\d\d:\d\d$/i,
      says: "a window such as sun:05:00-sun:06:00",
      source: API,
    },
  ],
  demands: [
    {
      types: INSTANCE,
      when: { skip_final_snapshot: /^(false|)$/ },
      needs: ["final_snapshot_identifier"],
      says: "what is destroyed leaves a snapshot, which needs a name",
      source: TEMPLATE,
    },
  ],
};

/** Databases are private, in two zones, and in the network that their security groups are in. */
export function rdsFindings(estate: Estate): Judged[] {
  return [
    ...estate.ofType("aws_db_subnet_group").flatMap((group) => subnetFindings(group, estate)),
    ...estate.ofType("aws_db_instance").flatMap((instance) => instanceFindings(instance, estate)),
  ];
}

function subnetFindings(group: WorldObject, estate: Estate): Judged[] {
  const subnets = texts(group.values, "subnet_ids").flatMap((id) => estate.withId(id));
  const zones = new Set(
    subnets.map(({ values }) => text(values, "availability_zone_id") || text(values, "availability_zone")),
  );
  return [
    ...(subnets.length > 0 && zones.size < 2
      ? [found(group, `subnet_ids: all are in ${[...zones].join()}; RDS wants at least two zones`, SUBNETS)]
      : []),
    ...subnets
      .filter((subnet) => exitOf(subnet, estate) === "internet")
      .map((subnet) => found(group, `subnet_ids: ${subnet.address} is public`, SUBNETS)),
  ];
}

function instanceFindings(instance: WorldObject, estate: Estate): Judged[] {
  const { values } = instance;
  const groups = texts(values, "vpc_security_group_ids").flatMap((id) => estate.withId(id));
  const [subnets] = estate
    .ofType("aws_db_subnet_group")
    .filter((group) => text(group.values, "name") === text(values, "db_subnet_group_name"));
  const [subnet] = texts(subnets?.values, "subnet_ids").flatMap((id) => estate.withId(id));
  const vpc = text(subnet?.values, "vpc_id");
  return [
    ...(values["publicly_accessible"] === true
      ? [found(instance, "publicly_accessible: it answers the Internet", SUBNETS)]
      : []),
    ...(values["storage_encrypted"] === true
      ? []
      : [found(instance, "storage_encrypted: its disk and its backups are readable", API)]),
    ...groups
      .filter((group) => vpc !== "" && text(group.values, "vpc_id") !== vpc)
      .map((group) =>
        found(
          instance,
          `vpc_security_group_ids: ${group.address} is in another VPC than its subnets`,
          SUBNETS,
        ),
      ),
  ];
}
