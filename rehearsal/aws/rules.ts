import type { CloudRules } from "../rules/cloud-rules";
import { cutSubnets } from "../world/cut";
import { acceleratorFindings } from "./accelerator";
import { AWS_ADDRESSING } from "./addressing";
import { balancerFindings } from "./balancers";
import { bucketFindings } from "./buckets";
import { AWS_COMPUTED } from "./computed";
import { controllerFindings, emptyTargetFindings } from "./controllers";
import { eksCluster, eksFindings } from "./eks";
import { delegationFindings } from "./iam/delegation";
import { deployerFindings } from "./iam/deployers";
import { policyFindings } from "./iam/judge";
import { useFindings } from "./iam/uses";
import { AWS_KNOWN } from "./known";
import { AWS_LIFETIMES } from "./lifetimes";
import { networkFindings } from "./networks";
import { regionOf } from "./place";
import { RDS_COMPUTED, RDS_LIFETIMES, RDS_REFERENCES, rdsFindings } from "./rds";
import { readinessFindings } from "./readiness";
import { AWS_REFERENCES, AWS_UNIQUE } from "./references";
import { registryFindings } from "./registry";
import { AWS_VALUES } from "./values";

export const AWS: CloudRules = {
  known: AWS_KNOWN,
  lifetimes: [...AWS_LIFETIMES, ...RDS_LIFETIMES],
  addressing: AWS_ADDRESSING,
  cluster: eksCluster,
  computed: [...RDS_COMPUTED, ...AWS_COMPUTED],
  judges: {
    "aws/accelerator": acceleratorFindings,
    "aws/networks": networkFindings,
    "aws/cut-subnets": cutSubnets(
      { types: /^aws_subnet$/, attributes: ["cidr_block"] },
      { types: /^aws_vpc_security_group_(in|e)gress_rule$/, attributes: ["cidr_ipv4"] },
      "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    ),
    "aws/buckets": bucketFindings,
    "aws/delegation": delegationFindings,
    "aws/policies": policyFindings,
    "aws/roles": useFindings,
    "aws/deployers": deployerFindings,
    "aws/eks": eksFindings,
    "aws/controllers": controllerFindings,
    "aws/balancers": balancerFindings,
    "aws/targets": emptyTargetFindings,
    "aws/readiness": readinessFindings,
    "aws/registry": registryFindings,
    "aws/databases": rdsFindings,
  },
  place: { providers: /^aws$/, of: regionOf },
  references: [...AWS_REFERENCES, ...RDS_REFERENCES],
  unique: AWS_UNIQUE,
  values: AWS_VALUES,
};
