import { TerraformElement, TerraformStack } from "cdktf";
import { Construct } from "constructs";

/**
 * Makes Terraform forget a `ManifestRelease` that stood at this place, if there was one: the state loses it, the cluster
 * keeps it. The objects go on running, and another delivery, such as Flux, takes them over.
 *
 * The release's own records stay as well. Helm knows them by the label `owner=helm`; they do no harm.
 */
export class ForgottenRelease extends TerraformElement {
  private readonly address: string;

  /** @param id - the release's own id, in its own scope */
  constructor(scope: Construct, id: string) {
    super(scope, id);
    // Ids of resources are made from their path alone, so a construct in the same place tells the resource's.
    const place = new Construct(this, "Resource");
    this.address = `helm_release.${TerraformStack.of(this).getLogicalId(place.node)}`;
  }

  override toTerraform(): object {
    return { removed: [{ from: this.address, lifecycle: { destroy: false } }] };
  }
}
