/** Who makes a workspace's resources: the lab's own providers, unless others are named. */
import path from "node:path";
import { serve } from "../../rehearsal/emulator/server";
import { type Requirement, SchemaSource } from "../../rehearsal/schema/source";
import { RealProvider } from "./provider";

/** Bindings are read once, for all workspaces. */
const schemas = new SchemaSource(path.join(__dirname, "..", ".."));

/** What Terraform must have in its environment to find providers, and the end of those. */
export interface Providers {
  readonly environment: Readonly<Record<string, string>>;
  readonly close: () => void;
}

/** Providers for one workspace. */
export type Provide = (
  id: string,
  directory: string,
  requirements: readonly Requirement[],
) => Promise<Providers>;

/** Those of the lab, which do with kubectl and helm what they are told. */
export const served: Provide = async (id, directory, requirements) => {
  const servers = await Promise.all(
    requirements.map(async (requirement) => {
      const name = requirement.address.split("/").at(-1) as string;
      const schema = schemas.provider(requirement);
      const provider = () => new RealProvider(name, id, directory, schema);
      return { address: requirement.address, ...(await serve(provider)) };
    }),
  );
  const reattach = Object.fromEntries(servers.map(({ address, reattach }) => [address, reattach]));
  return {
    environment: { TF_REATTACH_PROVIDERS: JSON.stringify(reattach) },
    close: () => {
      for (const { close } of servers) close();
    },
  };
};
