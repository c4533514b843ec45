import "../../support/matchers";
import { JobV1 } from "@cdktf/provider-kubernetes/lib/job-v1";
import { NetworkPolicyV1 } from "@cdktf/provider-kubernetes/lib/network-policy-v1";
import { Testing } from "cdktf";
import type { Job } from "../../../config/schema/environment";
import { certificateFromPem } from "../../../constructs/workload/certificate";
import { jobObject } from "../../../constructs/workload/job";
import { WorkloadRelease } from "../../../constructs/workload/workload-release";
import { schemaProblems } from "../../support/kubernetes-models";
import { podsIn, restrictedViolations } from "../../support/pod-security";
import { JOBS, type JobInput, PLACE, workloadWithJobs } from "../../support/workload";

const parsed = (change: Partial<JobInput> = {}) => {
  const workload = workloadWithJobs({ migrate: { ...JOBS.migrate, ...change } });
  return { workload, job: workload.jobs["migrate"] as Job };
};
const object = (change: Partial<JobInput> = {}, destination = PLACE) => {
  const { workload, job } = parsed(change);
  return jobObject(destination, workload, "migrate", job);
};
const nameOf = (change: Partial<JobInput> = {}) => object(change).metadata.name;

it("is a Job that the API server takes, whose pods the namespace's standard admits", () => {
  expect(schemaProblems([object()])).toEqual([]);
  expect(podsIn([object()]).flatMap(([, pod]) => restrictedViolations(pod))).toEqual([]);
});

it("tries again within its time, and stays when it is done", () => {
  expect(object({ timeoutSeconds: 90, retries: 1 }).spec).toMatchObject({
    backoffLimit: 1,
    activeDeadlineSeconds: 90,
  });
  expect(object().spec).not.toHaveProperty("ttlSecondsAfterFinished");
});

describe("its name", () => {
  it("is that of the version, and of everything else in the job", () => {
    expect(nameOf()).toMatch(/^migrate-1-4-2-[0-9a-f]{8}$/);
    const names = [
      nameOf(),
      nameOf({ image: "ghcr.io/example/shop:1.4.3" }),
      nameOf({ image: `ghcr.io/example/shop:1.4.2@sha256:${"a".repeat(64)}` }),
      nameOf({ args: ["seed"] }),
      nameOf({ env: { LEVEL: "debug" } }),
    ];
    expect(new Set(names).size).toBe(names.length);
    expect(nameOf()).toBe(names[0]);
  });

  it.each(["V1.2.3_RC.1", "--", `x${".-_".repeat(40)}y`, "a".repeat(127)])(
    "is one with the version %s",
    (tag) => {
      const { workload, job } = parsed({ image: `ghcr.io/example/shop:v${tag}` });
      const { name } = jobObject(PLACE, workload, "a".repeat(30), job).metadata;
      expect(name).toMatch(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/);
      expect(name.length).toBeLessThanOrEqual(63);
    },
  );
});

describe("as Terraform makes it", () => {
  const text = Testing.synthScope((scope) => {
    new WorkloadRelease(scope, "shop", {
      workload: workloadWithJobs(JOBS),
      destination: PLACE,
      certificate: certificateFromPem({ certificate: "c", key: "k", authority: "a" }),
    });
  });
  const { resource } = JSON.parse(text) as {
    resource: Record<string, Record<string, Record<string, unknown> & { depends_on?: string[] }>>;
  };
  const only = (type: string, id: string) => {
    const found = Object.entries(resource[type] ?? {}).filter(([each]) => each.startsWith(id));
    expect(found).toHaveLength(1);
    return found[0]?.[1];
  };
  const dependenciesOf = (type: string, id: string) =>
    (only(type, id)?.depends_on ?? []).map((each) => each.replace(/_[0-9A-F]{8}$/, ""));

  it("is waited for, longer than it may take", () => {
    expect(text).toHaveResourceWithProperties(JobV1, {
      wait_for_completion: true,
      timeouts: { create: "660s", update: "660s" },
    });
  });

  it("is done before the pods start, one job after the other", () => {
    expect(dependenciesOf("helm_release", "shop_Release")).toContain("kubernetes_job_v1.shop_Jobs_seed");
    expect(dependenciesOf("kubernetes_job_v1", "shop_Jobs_seed")).toContain(
      "kubernetes_job_v1.shop_Jobs_migrate",
    );
    expect(dependenciesOf("kubernetes_job_v1", "shop_Jobs_migrate").sort()).toEqual([
      "kubernetes_network_policy_v1.shop_Jobs_migrate_Policy",
      "kubernetes_secret_v1.shop_Jobs_migrate_Secrets",
    ]);
  });

  it("calls its neighbours and its database, and is called by nobody, before there are other policies", () => {
    expect(text).toHaveResourceWithProperties(NetworkPolicyV1, {
      spec: {
        pod_selector: {
          match_labels: {
            "app.kubernetes.io/name": "migrate",
            "app.kubernetes.io/part-of": "api",
            "app.kubernetes.io/component": "job",
          },
        },
        policy_types: ["Ingress", "Egress"],
        egress: [
          { to: [{ pod_selector: {} }], ports: [] },
          {
            to: [
              {
                namespace_selector: { match_labels: { "kubernetes.io/metadata.name": "kube-system" } },
                pod_selector: { match_labels: { "k8s-app": "kube-dns" } },
              },
            ],
            ports: [
              { protocol: "UDP", port: "53" },
              { protocol: "TCP", port: "53" },
            ],
          },
          {
            to: [{ ip_block: { cidr: "192.0.2.0/24", except: ["192.0.2.9/32"] } }],
            ports: [{ protocol: "TCP", port: "5432" }],
          },
        ],
      },
    });
  });

  it("has its secrets from a Secret of its own, and gives Terraform nothing to interpolate", () => {
    const job = JSON.stringify(only("kubernetes_job_v1", "shop_Jobs_migrate"));
    expect(job).toContain('"secret_key_ref":{"key":"DATABASE_URL","name":"migrate-secrets"}');
    // Kubernetes reads "$$" as "$", and Terraform "$${" as "${".
    expect(job).toContain('"value":"$$${HOME} is $$(HOME) in eu"');
  });
});
