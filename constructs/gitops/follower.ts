import type { Environment } from "../../config/schema/environment";
import type { PlacedCluster } from "../../config/topology";
import type { KubernetesObject } from "../kubernetes/object";

/** Files by their path in the repository. */
export type Tree = Readonly<Record<string, string>>;

/** The folders that an environment's files stand in. */
export interface Folders {
  /** Of the environment. */
  readonly root: string;
  /** Of a cluster. */
  of(cluster: PlacedCluster): string;
}

/** Who follows the folders of an environment, and how it wants what stands there. */
export interface Follower {
  /** Writes an object into a file. */
  write(object: object): string;

  /** What stands for the name that a cluster answers to. */
  host(cluster: PlacedCluster): string;

  /** What stands for a cluster's registry, of which the configuration may know the host. */
  registry(known: string | undefined): string;

  /** An object of a workload, as it is written. */
  prepared(object: KubernetesObject): KubernetesObject;

  /**
   * What it is told, beside the folders of the workloads.
   *
   * @param delivered - the clusters, each with the objects of its workloads as they are before anything is put in
   */
  instructions(environment: Environment, folders: Folders, delivered: readonly Delivered[]): Tree;
}

/** What is delivered into a cluster. */
export interface Delivered {
  readonly cluster: PlacedCluster;
  readonly workloads: readonly DeliveredWorkload[];
}

export interface DeliveredWorkload {
  readonly workload: Environment["workloads"][number];
  readonly objects: readonly KubernetesObject[];
}
