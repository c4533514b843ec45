import type { Construct } from "constructs";
import { bootstrapWorkspaceName } from "../../config/names";
import type { Environment } from "../../config/schema/environment";
import { type Extra, Project } from "../../constructs/gcp/project";
import { useGoogle } from "../../constructs/gcp/provider";
import { PlatformStack } from "../workspace/platform-stack";
import { type GcpInfrastructure, projectOf } from "./configuration";

export interface BootstrapStackProps {
  readonly environment: Environment;
  readonly infrastructure: GcpInfrastructure;
  readonly bootstrap: NonNullable<GcpInfrastructure["bootstrap"]>;
}

/**
 * `bootstrap-<environment>`: the project that everything else goes into. Its state is a local file, since nothing can hold it
 * before there is a project.
 */
export class BootstrapStack extends PlatformStack {
  constructor(scope: Construct, { environment, infrastructure, bootstrap }: BootstrapStackProps) {
    super(scope, bootstrapWorkspaceName(environment.name), { kind: "local" });
    useGoogle(this, projectOf(environment, infrastructure));

    const { projectId } = infrastructure;
    new Project(this, "Project", {
      projectId,
      ...bootstrap,
      extras: extrasOf(environment, infrastructure),
      protect: environment.protect,
    });

    this.publish({});
  }
}

const extrasOf = ({ caches }: Environment, { databaseExports }: GcpInfrastructure): readonly Extra[] => [
  ...(Object.keys(caches).length > 0 ? (["caches"] as const) : []),
  ...(databaseExports ? (["exports"] as const) : []),
];
