import type { EnvironmentInput } from "../../config/schema/environment";
import { warningsIn } from "../../config/warnings";
import { problemsOf } from "../support/problems";
import { environment } from "../support/synth";

type Change = (input: EnvironmentInput) => void;

const network =
  (change: object): Change =>
  (input) => {
    Object.assign(input.regions["us"]?.network as object, change);
  };

const cluster =
  (change: object): Change =>
  (input) => {
    Object.assign(input.regions["us"]?.clusters["us"] as object, change);
  };

const project =
  (change: object): Change =>
  (input) => {
    Object.assign(input.infrastructure, change);
  };

const database =
  (change: object): Change =>
  (input) => {
    input.databases = {
      cats: { kind: "managed", engine: "postgres", version: "18", usedBy: {}, ...change },
    };
  };

const cache =
  (change: object): Change =>
  (input) => {
    input.caches = { pages: { usedBy: { api: ["api"] }, ...change } };
  };

const service =
  (change: object): Change =>
  (input) => {
    Object.assign(input.workloads[0]?.services[0] as object, change);
  };

describe("a mistake in gcp is answered with where it is and what is good instead", () => {
  it.each<[string, Change, string]>([
    [
      "a project id that Google refuses",
      project({ projectId: "my-google-project" }),
      'infrastructure.projectId: expected a project id, 6 to 30 lower-case letters, digits and dashes, without words that Google keeps, as "google" and "ssl"',
    ],
    [
      "a project id that ends with a dash",
      project({ projectId: "example-" }),
      "infrastructure.projectId: expected a project id",
    ],
    [
      "a delivery from one cluster into the others",
      (input) => {
        input.gitops = { repository: { access: "public", url: "https://github.com/example-org/meridian" } };
        Object.assign(input.regions["us"]?.clusters as object, { tools: { kind: "gke", role: "tooling" } });
        (input.workloads[0] as { delivery?: string }).delivery = "argocd";
      },
      'workloads[0].delivery: "argocd" enters clusters by accounts of Kubernetes\', and the control planes of infrastructure "gcp" let in identities of Google\'s alone; expected "flux" or "terraform"',
    ],
    [
      "a bootstrap that nobody pays for",
      project({ bootstrap: { administrators: ["group:platform@example.com"] } }),
      'infrastructure.bootstrap.billingAccount: expected the billing account that pays for the project, such as "000000-000000-000000"',
    ],
    [
      "an administrator without his kind",
      project({
        bootstrap: { billingAccount: "01AB23-CD45EF-678901", administrators: ["platform@example.com"] },
      }),
      'infrastructure.bootstrap.administrators[0]: expected a user, group or service account, such as "group:platform@example.com"',
    ],
    [
      "pods in the nodes' network",
      network({ pods: "10.10.128.0/17" }),
      "regions.us.network.pods: 10.10.128.0/17 overlaps 10.10.0.0/16 of regions.us.network.cidr; expected a network of its own",
    ],
    [
      "Services in the pods' network",
      network({ services: "10.11.0.0/20" }),
      "regions.us.network.services: 10.11.0.0/20 overlaps 10.11.0.0/16 of regions.us.network.pods",
    ],
    [
      "a region of another cloud",
      network({ location: "eu-central-1" }),
      'regions.us.network.location: expected a region of Google\'s, such as "us-central1"; they are africa-south1, ',
    ],
    [
      "a zone of another region",
      cluster({ zone: "us-east1-b" }),
      "regions.us.clusters.us.zone: us-central1 has no zone us-east1-b; expected one of us-central1-a, us-central1-b, us-central1-c, us-central1-f",
    ],
    [
      "a zone of a cluster that is Google's to run",
      cluster({ zone: "us-central1-a", autopilot: true }),
      "regions.us.clusters.us.zone: Autopilot is in all zones of its region; expected no zone",
    ],
    [
      "a machine with an ARM processor",
      cluster({ nodes: { machineType: "t2a-standard-2" } }),
      "regions.us.clusters.us.nodes.machineType: expected a machine type with an x64 processor",
    ],
    [
      "a control plane that is open to the world",
      cluster({ controlPlane: { operatorCidrs: ["0.0.0.0/0"] } }),
      "regions.us.clusters.us.controlPlane.operatorCidrs[0]: must not be open to the world",
    ],
    [
      "a name of Endpoints in another project",
      (input) => {
        input.dns = { kind: "endpoints" };
        input.domain = "endpoints.other-project.cloud.goog";
        input.certificates = { kind: "google-managed" };
      },
      'domain: Endpoints gives names of one domain alone; expected "endpoints.example-project.cloud.goog"',
    ],
    [
      "a proof in the zone of Endpoints",
      (input) => {
        input.dns = { kind: "endpoints" };
        input.domain = "endpoints.example-project.cloud.goog";
      },
      'certificates.challenge: "dns-01" writes a record into a zone; expected dns { "kind": "cloud-dns" }, or "http-01"',
    ],
    [
      "a machine that ENTERPRISE lacks",
      database({ size: { cpu: 96, memoryGiB: 700 } }),
      "databases.cats.size: edition ENTERPRISE of Cloud SQL has no machine with 96 processors and 700 GiB; expected at most 96 processors and 624 GiB",
    ],
    [
      "a PostgreSQL that Cloud SQL lacks",
      database({ version: "19" }),
      "databases.cats.version: Cloud SQL has no PostgreSQL 19; expected one of 15, 16, 17, 18",
    ],
    [
      "a cache that no node keeps",
      cache({ memoryGiB: 47 }),
      "caches.pages.memoryGiB: a cache of one node keeps at most 46 GiB; expected less than 47, such as 5",
    ],
    [
      "a cache of a workload that is not there",
      cache({ usedBy: { shop: ["api"] } }),
      'caches.pages.usedBy.shop: no workload has this name; expected "api"',
    ],
    [
      "a cache of a service that is not there",
      cache({ usedBy: { api: ["web"] } }),
      'caches.pages.usedBy.api[0]: no service of "api" has this name; expected "api"',
    ],
    [
      "a cache in a variable that has another value",
      cache({ variable: "API_REGION" }),
      'caches.pages.variable: "api" of "api" has API_REGION already; expected another name, such as "PAGES_URL"',
    ],
    [
      "a cache in a region that is not there",
      cache({ region: "eu" }),
      'caches.pages.region: no region of this name serves users; expected "us"',
    ],
    [
      "exports into a bucket with Google's name",
      project({ databaseExports: { bucket: "google-backups" } }),
      "infrastructure.databaseExports.bucket: expected a bucket name, 3 to 63 lower-case letters, digits and dashes",
    ],
    [
      "a secret that is given and made",
      service({ secrets: { TOKEN: "api_token" }, generated: { TOKEN: 32 } }),
      "workloads[0].services[0].generated.TOKEN: secrets has TOKEN too; expected it in one of them",
    ],
    [
      "TLS that the load balancer would have to hand through",
      service({ exposure: "passthrough", protocol: "https" }),
      'workloads[0].services[0].exposure: TLS ends at the load balancer; expected "http" with protocol "http", or "none", got "passthrough"',
    ],
    [
      "a path that the load balancer would have to cut",
      service({ route: { path: "/api", stripPath: true } }),
      "workloads[0].services[0].route.stripPath: the load balancer takes nothing from a path; expected false",
    ],
    [
      "two workloads with callers",
      (input) => {
        const [first] = input.workloads;
        input.workloads.push({
          ...(first as EnvironmentInput["workloads"][number]),
          name: "shop",
          namespace: "shop",
          services: (first?.services ?? []).map((each) => ({ ...each, route: { path: "/shop" } })),
        });
      },
      'workloads[1].services: an Ingress of GKE leads to the services of one workload, and "shop" is another; expected them in one workload',
    ],
    [
      "a blocked path of another service",
      service({ route: { path: "/api", blocked: ["/metrics"] } }),
      'workloads[0].services[0].route.blocked[0]: /metrics is not below /api, so it leads to another service; expected "/api/metrics"',
    ],
  ])("%s", (_, change, message) => {
    expect(problemsOf(() => environment("gcp", change))).toEqual([expect.stringContaining(message)]);
  });
});

it("paths that are passed through, or that a Gateway leads, cannot be blocked", () => {
  const blocked: Change = (input) => {
    for (const each of input.workloads[0]?.services ?? []) each.route = { blocked: ["/healthz"] };
  };
  expect(problemsOf(() => environment("vultr", blocked))).toEqual([
    expect.stringContaining("route.blocked: nobody but the pod reads a path that is passed through"),
  ]);
  expect(problemsOf(() => environment("aws", blocked))).toContainEqual(
    expect.stringContaining('route.blocked: the ingress of infrastructure "aws" keeps no path from callers'),
  );
});

it("a cloud that makes no bucket for samples says what else there is", () => {
  const longTerm: Change = (input) => {
    input.monitoring = { ...input.monitoring, longTerm: {} };
  };
  expect(problemsOf(() => environment("vultr", longTerm))).toEqual([
    expect.stringContaining(
      'monitoring.longTerm: infrastructure "vultr" makes no bucket for samples; expected none, or a hosted Prometheus as monitoring.remoteWrite',
    ),
  ]);
});

it("a cloud that makes no caches says where the URL of one goes", () => {
  expect(problemsOf(() => environment("aws", cache({})))).toEqual([
    expect.stringContaining(
      'caches.pages: infrastructure "aws" makes no caches (infrastructure "gcp" does); expected none, and the URL',
    ),
  ]);
});

it("a database in two zones is of little use to clusters in one", () => {
  const all = (zone: string | undefined) =>
    warningsIn(
      environment("gcp", (input) => {
        database({ availability: "regional" })(input);
        if (zone) cluster({ zone })(input);
      }),
    );
  expect(all("us-central1-a")).toEqual([
    expect.stringContaining(
      'databases.cats.availability: "regional" outlives the loss of us-central1-a, where all clusters are; better clusters without zone, or "zonal"',
    ),
  ]);
  expect(all(undefined)).toEqual([]);
});

it("Autopilot answers DNS itself, which pods with egress could not ask", () => {
  expect(warningsIn(environment("gcp", cluster({ autopilot: true })))).toEqual([
    expect.stringContaining("regions.us.clusters.us.autopilot: its nodes answer DNS themselves"),
  ]);
});
