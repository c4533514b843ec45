import { JobV1 } from "@cdktf/provider-kubernetes/lib/job-v1";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Job, Workload } from "../../config/schema/environment";
import { databaseParts } from "../database/used-database";
import { literal } from "../literal";
import type { Destination } from "./destination";
import { environmentSecret } from "./environment-secret";
import { jobObject } from "./job";
import { jobPolicy } from "./job-policy";

export interface WorkloadJobProps {
  readonly workload: Workload;
  readonly name: string;
  readonly job: Job;
  readonly destination: Destination;

  /** Must exist. */
  readonly namespace: string;

  /** What must be done before. */
  readonly dependsOn: readonly ITerraformDependable[];
}

/** Seconds for the pod's creation and the last look at it, beyond those that the job itself may take. */
const MARGIN = 60;

/**
 * A job of a workload's version, which Terraform waits for. One that failed is made anew by the next apply: Terraform takes
 * a resource whose creation failed for one to replace.
 */
export class WorkloadJob extends Construct {
  /** The job, for what starts when it is done. */
  readonly resource: JobV1;

  constructor(scope: Construct, id: string, props: WorkloadJobProps) {
    super(scope, id);
    const { workload, name, job, namespace } = props;

    const secret =
      Object.keys(job.secrets).length > 0
        ? [environmentSecret(this, namespace, { name, secrets: job.secrets, what: "job" })]
        : [];
    const databases = databaseParts(props.destination.databases, workload, name);
    const timeout = `${job.timeoutSeconds + MARGIN}s`;
    this.resource = new JobV1(this, "Resource", {
      ...asArguments(jobObject(props.destination, workload, name, job), namespace),
      waitForCompletion: true,
      timeouts: { create: timeout, update: timeout },
      dependsOn: [...props.dependsOn, ...secret, jobPolicy(this, namespace, workload, name, job, databases)],
    });
  }
}

/** A Job as the provider writes it: blocks that repeat have names in the singular, and ids are texts. */
function asArguments(
  { metadata, spec }: ReturnType<typeof jobObject>,
  namespace: string,
): Pick<ConstructorParameters<typeof JobV1>[2], "metadata" | "spec"> {
  const { containers, securityContext, volumes, ...pod } = spec.template.spec;
  const { runAsUser, runAsGroup, fsGroup, ...restricted } = securityContext;
  return {
    metadata: { ...metadata, namespace },
    spec: {
      ...spec,
      template: {
        ...spec.template,
        spec: {
          ...pod,
          securityContext: {
            ...restricted,
            runAsUser: String(runAsUser),
            runAsGroup: String(runAsGroup),
            fsGroup: String(fsGroup),
          },
          ...(volumes ? { volume: volumes } : {}),
          container: containers.map(({ command, args, env, volumeMounts, ...container }) => ({
            ...container,
            ...(volumeMounts ? { volumeMount: volumeMounts } : {}),
            ...(command ? { command: command.map(literal) } : {}),
            ...(args ? { args: args.map(literal) } : {}),
            env: env.map((variable) =>
              "value" in variable ? { ...variable, value: literal(variable.value) } : variable,
            ),
          })),
        },
      },
    },
  };
}
