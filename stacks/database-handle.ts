import type { INetworkPolicyEgressRule } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyEgressRule";
import type { Place } from "../config/place";
import type { DatabaseConnection } from "../constructs/database/connection";
import type { PlatformStack } from "./workspace/platform-stack";

/** A database as the workspaces above the infrastructure see it: nothing above asks which cloud made it. */
export interface DatabaseHandle {
  /**
   * Where the pods that use it go: to its networks, and to what proves their identity. From configuration alone, since policies
   * also go into files for Git.
   */
  readonly egress: readonly INetworkPolicyEgressRule[];

  /** How `consumer` reaches it from a cluster; consumes what it takes. */
  connection(consumer: PlatformStack<object>, from: Place): DatabaseConnection;
}
