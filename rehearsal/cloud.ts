import { EmulatedProvider } from "./emulator/provider";
import { type Reattach, serve } from "./emulator/server";
import type { World } from "./emulator/world";
import type { Requirement, SchemaSource } from "./schema/source";

/** Emulated providers that are running. */
export class Cloud {
  private readonly servers: { close: () => void }[] = [];

  constructor(
    private readonly schemas: SchemaSource,
    readonly world: World,
  ) {}

  /** Starts the providers that a workspace requires, and gives what Terraform needs in its environment to find them. */
  async provide(workspace: string, requirements: readonly Requirement[]): Promise<Record<string, string>> {
    const reattach: Record<string, Reattach> = {};
    for (const requirement of requirements) {
      const name = requirement.address.split("/").at(-1) as string;
      const schema = this.schemas.provider(requirement);
      const server = await serve(() => new EmulatedProvider(name, workspace, schema, this.world));
      this.servers.push(server);
      for (const address of addressesOf(requirement)) reattach[address] = server.reattach;
    }
    return { TF_REATTACH_PROVIDERS: JSON.stringify(reattach) };
  }

  close(): void {
    for (const server of this.servers.splice(0)) server.close();
  }
}

/** OpenTofu looks for what names no registry in its own. https://opentofu.org/docs/language/providers/requirements/#source-addresses */
const addressesOf = ({ address }: Requirement): string[] => [
  address,
  address.replace(/^registry\.terraform\.io\//, "registry.opentofu.org/"),
];
