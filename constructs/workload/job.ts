import { createHash } from "node:crypto";
import type { IJob } from "kubernetes-models/batch/v1/Job";
import { jobRunOf, secretsOf } from "../../config/composed-names";
import { versionOf } from "../../config/registry";
import type { Job, Workload } from "../../config/schema/environment";
import { fillTemplate } from "../../config/template";
import { databaseParts } from "../database/used-database";
import { type KubernetesObject, some } from "../kubernetes/object";
import { resources } from "../kubernetes/resources";
import { restrictedContainer, restrictedPod } from "../kubernetes/restricted";
import type { Destination } from "./destination";
import { pulledWith } from "./pull-secret";
import { verbatim } from "./verbatim";

/** The labels of everything that belongs to a job. */
export const jobLabels = (workload: Workload, name: string): Record<string, string> => ({
  "app.kubernetes.io/name": name,
  "app.kubernetes.io/part-of": workload.name,
  "app.kubernetes.io/component": "job",
});

/**
 * A job of one version. Its name is that of the version, so that every version has a Job of its own; what else is in it is
 * in the name as a checksum.
 *
 * It stays when it is done (there is no `ttlSecondsAfterFinished`): Terraform would take one that is gone for one that has
 * yet to run.
 */
export const jobObject = (destination: Destination, workload: Workload, name: string, job: Job) => {
  const labels = jobLabels(workload, name);
  const databases = databaseParts(destination.databases, workload, name);
  return {
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: {
      name: jobRunOf(name, versionOf(job.image) as string, checksum(job)), // the schema asks for a version
      namespace: workload.namespace,
      labels,
    },
    spec: {
      backoffLimit: job.retries,
      activeDeadlineSeconds: job.timeoutSeconds,
      template: {
        metadata: { labels },
        spec: {
          restartPolicy: "Never",
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          ...pulledWith(destination, workload, job),
          securityContext: restrictedPod,
          containers: [
            {
              name,
              image: job.image,
              imagePullPolicy: "IfNotPresent", // the tag or digest is exact
              ...(job.command ? { command: job.command.map(verbatim) } : {}),
              ...(job.args ? { args: job.args.map(verbatim) } : {}),
              env: [
                ...Object.entries(job.env).map(([variable, value]) => ({
                  name: variable,
                  value: fillTemplate(verbatim(value), { ...destination, image: job.image }),
                })),
                ...Object.keys(job.secrets).map((variable) => ({
                  name: variable,
                  valueFrom: { secretKeyRef: { name: secretsOf(name), key: variable } },
                })),
                ...databases.env,
              ],
              ...some("volumeMounts", databases.mounts),
              resources: resources(job.resources.cpu, job.resources.memory),
              securityContext: restrictedContainer,
            },
          ],
          ...some("volumes", databases.volumes),
        },
      },
    },
  } satisfies IJob & KubernetesObject;
};

const checksum = (job: Job): string =>
  createHash("sha256").update(JSON.stringify(job)).digest("hex").slice(0, 8);
