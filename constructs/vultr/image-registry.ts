import { Construct } from "constructs";
import { ContainerRegistry } from "./bindings/container-registry";

export interface ImageRegistryProps {
  /** Lower-case letters and digits. */
  readonly name: string;
  /** Vultr's name of a place. */
  readonly location: string;
  readonly plan: string;
  /** Whether Terraform refuses to destroy it, and all images with it. */
  readonly protect: boolean;
}

/** A private registry. */
export class ImageRegistry extends Construct {
  /** Who may do everything in it. */
  readonly rootUser: {
    readonly name: string;
    /** Secret, although the provider does not say so. */
    readonly password: string;
  };

  constructor(scope: Construct, id: string, props: ImageRegistryProps) {
    super(scope, id);
    const registry = new ContainerRegistry(this, "Resource", {
      name: props.name,
      region: props.location,
      plan: props.plan,
      public: false,
      ...(props.protect ? { lifecycle: { preventDestroy: true } } : {}),
    });
    const user = registry.rootUser;
    this.rootUser = { name: user.lookup("username"), password: user.lookup("password") };
  }
}
