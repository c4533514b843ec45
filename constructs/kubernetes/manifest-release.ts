import path from "node:path";
import { Release } from "@cdktf/provider-helm/lib/release";
import { AssetType, type ITerraformDependable, TerraformAsset, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import type { KubernetesObject } from "./object";
import { terraformYamlDocuments } from "./yaml";

export interface ManifestReleaseProps {
  /** Name of the Helm release; unique in the namespace. */
  readonly name: string;

  /** Namespace of the release itself, and of objects that name none. It must exist. */
  readonly namespace: string;

  /** The objects, in the order a person would read them; Helm installs them by kind. */
  readonly objects: readonly KubernetesObject[];

  /**
   * Whether objects of these names that exist already become the release's, as those of a workload do that a repository
   * delivered before.
   *
   * @default false - the installation fails
   */
  readonly adopt?: boolean;

  /** Whether Terraform refuses to destroy it. @default false */
  readonly protect?: boolean;

  /** What must be there before the objects are: a Secret that a pod mounts, a volume claim. */
  readonly dependsOn?: ITerraformDependable[];
}

/**
 * Kubernetes objects, installed as one Helm release from a chart that prints its values.
 *
 * A plan shows a change to them as a line-by-line YAML diff, custom resources need neither the cluster nor their
 * definition at plan time, and Helm removes what disappears and rolls back what fails. The objects must hold no secrets
 * and nothing that is unknown until apply: either would hide the whole diff.
 */
export class ManifestRelease extends Construct {
  /** The release, for others to depend on. */
  readonly resource: Release;

  constructor(scope: Construct, id: string, props: ManifestReleaseProps) {
    super(scope, id);

    this.resource = new Release(this, "Resource", {
      name: props.name,
      namespace: props.namespace,
      chart: `\${path.module}/${chartOf(TerraformStack.of(this)).path}`,
      values: [terraformYamlDocuments("manifests", props.objects)],
      atomic: true,
      maxHistory: 5, // Helm's default is unlimited, and every revision is a Secret
      timeout: 300,
      ...(props.adopt ? { takeOwnership: true } : {}),
      ...(props.protect ? { lifecycle: { preventDestroy: true } } : {}),
      ...(props.dependsOn ? { dependsOn: props.dependsOn } : {}),
    });
  }
}

/** The chart, once per workspace. Its hash is the same in all. */
function chartOf(stack: TerraformStack): TerraformAsset {
  const known = stack.node.tryFindChild("ManifestChart") as TerraformAsset | undefined;
  if (known) return known;
  const asset = new TerraformAsset(stack, "ManifestChart", {
    path: path.join(__dirname, "chart"),
    type: AssetType.DIRECTORY,
    ...(chartHash ? { assetHash: chartHash } : {}),
  });
  chartHash = asset.assetHash;
  return asset;
}

let chartHash: string | undefined;
