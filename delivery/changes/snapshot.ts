import path from "node:path";
import { type Configuration, readConfiguration } from "../../rehearsal/configuration";
import { environmentOf, type Listed, readManifest } from "../../rehearsal/manifest";
import { producerOf, type Read } from "../../rehearsal/remote-state";
import { type Blocks, blocksIn, digestOfBlocks } from "./blocks";

/** One workspace of a synthesized folder. */
export interface Workspace extends Listed {
  readonly environment: string;
  readonly directory: string;
  readonly blocks: Blocks;
  /** Of the whole configuration: equal where Terraform would see no difference. */
  readonly digest: string;
  readonly backend: Configuration["backend"];
  /** States that it reads, each with the workspace that keeps it. */
  readonly reads: readonly Read[];
  readonly variables: Configuration["variables"];
  /** Addresses that Terraform refuses to destroy. */
  readonly protectedResources: readonly string[];
}

/** A synthesized folder, workspace by workspace. */
export type Snapshot = ReadonlyMap<string, Workspace>;

/** @param environments - all where empty */
export async function readSnapshot(folder: string, environments: readonly string[] = []): Promise<Snapshot> {
  const listed = readManifest(folder).filter(
    ({ id }) => environments.length === 0 || environments.includes(environmentOf(id)),
  );
  const read = await Promise.all(
    listed.map(async (each) => {
      const { backend, reads, variables, protectedResources } = await readConfiguration(
        path.join(folder, each.file),
      );
      const directory = path.join(folder, path.dirname(each.file));
      const blocks = blocksIn(directory);
      const digest = digestOfBlocks(blocks);
      const environment = environmentOf(each.id);
      return {
        ...each,
        environment,
        directory,
        blocks,
        digest,
        backend,
        reads,
        variables,
        protectedResources,
      };
    }),
  );
  const workspaces = read.map((workspace) => ({
    ...workspace,
    reads: workspace.reads.map((each) => ({ ...each, producer: producerOf(workspace.id, each, read) })),
  }));
  return new Map(workspaces.map((workspace) => [workspace.id, workspace]));
}

/** The workspaces whose outputs one reads. */
export const producersOf = ({ reads }: Workspace): string[] => [
  ...new Set(reads.flatMap(({ producer }) => producer ?? [])),
];
