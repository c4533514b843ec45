import { DataAwsEksAddonVersion } from "@cdktf/provider-aws/lib/data-aws-eks-addon-version";
import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { PodRole } from "./pod-role";
import type { AwsAccount } from "./provider";

/** Add-ons that call AWS, by the service account that does and AWS' own policy for it. */
const IDENTITIES: Readonly<Record<string, { readonly serviceAccount: string; readonly policy: string }>> = {
  "vpc-cni": { serviceAccount: "aws-node", policy: "AmazonEKS_CNI_Policy" },
  "aws-ebs-csi-driver": {
    serviceAccount: "ebs-csi-controller-sa",
    policy: "service-role/AmazonEBSCSIDriverPolicy",
  },
};

/** What differs from an add-on's own settings. */
const CONFIGURATIONS: Readonly<Record<string, object>> = {
  "vpc-cni": { enableNetworkPolicy: "true" }, // otherwise network policies are not enforced
};

export interface AddonProps {
  readonly account: AwsAccount;

  /** Name of the EKS cluster, as configured. */
  readonly cluster: string;

  /** Name of the add-on. */
  readonly name: string;

  /** @default - the version that EKS recommends for the cluster's Kubernetes, which every plan looks up */
  readonly version?: string | undefined;

  /** Kubernetes version of the cluster: `1.35`. */
  readonly kubernetes: string;

  readonly dependsOn: ITerraformDependable[];
}

/** An add-on that EKS installs and keeps, with a role of its own where it calls AWS. */
export class Addon extends Construct {
  /** The add-on, for others to depend on. */
  readonly resource: EksAddon;

  constructor(scope: Construct, id: string, props: AddonProps) {
    super(scope, id);
    const { cluster, name } = props;
    const identity = IDENTITIES[name];
    const configuration = CONFIGURATIONS[name];

    const role = identity
      ? new PodRole(this, "Identity", {
          account: props.account,
          cluster,
          name: `${cluster}-${name}`,
          description: `Add-on ${name} of the EKS cluster ${cluster}`,
          namespace: "kube-system",
          serviceAccount: identity.serviceAccount,
          managedPolicies: [identity.policy],
        }).role
      : undefined;
    this.resource = new EksAddon(this, "Resource", {
      clusterName: cluster,
      addonName: name,
      resolveConflictsOnCreate: "OVERWRITE",
      resolveConflictsOnUpdate: "OVERWRITE",
      addonVersion: props.version ?? this.recommended(props),
      ...(configuration ? { configurationValues: JSON.stringify(configuration) } : {}),
      ...(identity && role
        ? { podIdentityAssociation: [{ roleArn: role.arn, serviceAccount: identity.serviceAccount }] }
        : {}),
      dependsOn: [...props.dependsOn, ...(role?.policies ?? [])],
    });
  }

  /** Left out, an add-on would keep the version of its first day, through every upgrade of the cluster. */
  private recommended({ name, kubernetes }: AddonProps): string {
    return new DataAwsEksAddonVersion(this, "Recommended", {
      addonName: name,
      kubernetesVersion: kubernetes,
    }).version;
  }
}
