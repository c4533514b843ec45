import { Construct } from "constructs";
import { workloadsIn } from "../config/in-cluster";
import { workspaceName } from "../config/names";
import { imageIn, withImages } from "../config/registry";
import type { Environment } from "../config/schema/environment";
import { stateOf } from "../config/state";
import { useCluster } from "../constructs/kubernetes/access";
import { WorkloadRelease } from "../constructs/workload/workload-release";
import type { ClusterHandle } from "./cluster-handle";
import type { RegionalCertificates } from "./regional-certificates";
import { PlatformStack } from "./workspace/platform-stack";

export interface ApiDeployOutputs {
  /** The name that the cluster's services answer to. */
  readonly host: string;
}

export interface ApiDeployStackProps {
  readonly environment: Environment;
  readonly cluster: ClusterHandle;
  readonly certificates: RegionalCertificates;
}

/** `<environment>-api-deploy-<cluster>`: the workloads of one cluster. */
export class ApiDeployStack extends PlatformStack<ApiDeployOutputs> {
  constructor(scope: Construct, { environment, cluster: handle, certificates }: ApiDeployStackProps) {
    const { place, role, traits } = handle;
    super(scope, workspaceName(environment.name, "api-deploy", place), stateOf(environment, place.region));
    useCluster(this, handle.access(this));

    const running = workloadsIn(environment, { ...place, role });
    const destination = { ...place, ...traits, host: handle.hostName(this), workloads: running };
    const certificate = certificates.source(this, handle);
    const workloads = new Construct(this, "Workloads");
    for (const workload of running) {
      new WorkloadRelease(workloads, workload.name, {
        workload: withImages(workload, (image) => imageIn(image, traits.registry)), // from its own region
        destination,
        certificate,
      });
    }

    this.publish({ host: handle.host(this) });
  }
}
