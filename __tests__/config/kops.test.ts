import { traitsOf } from "../../config/clouds";
import type { EnvironmentInput } from "../../config/schema/environment";
import { clustersOf } from "../../config/topology";
import { problemsOf } from "../support/problems";
import { environment } from "../support/synth";

type Change = (input: EnvironmentInput) => void;

const region = (input: EnvironmentInput) =>
  input.regions["ca"] as NonNullable<EnvironmentInput["regions"][string]>;
const cluster =
  (change: object): Change =>
  (input) => {
    Object.assign(region(input).clusters["main"] as object, change);
  };
const network =
  (change: object): Change =>
  (input) => {
    Object.assign(region(input).network as object, change);
  };

const service =
  (change: object): Change =>
  ({ workloads }) => {
    for (const each of workloads[0]?.services ?? []) Object.assign(each, change);
  };

/** Reached by a load balancer of its own alone. */
const BALANCED = { exposure: "none", loadBalancer: "public" };

const KEY =
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJnosuUe9sEmvKlTtS9hfJFSCiv3JDWpNF6y9xXgzWTP platform@example.com";
const CLUSTER = "regions.ca.clusters.main";

describe("a mistake in kops is answered with where it is and what is good instead", () => {
  it.each<[string, Change, string]>([
    [
      "more zones than the region has",
      network({ zones: 5 }),
      "regions.ca.network.zones: 5 zones, but ca-central-1 has 3 that EKS and Global Accelerator can use (cac1-az1, cac1-az2, cac1-az4); expected at most 3",
    ],
    [
      "alarms of an accelerator, where there is none",
      ({ infrastructure }) => {
        Object.assign(infrastructure, { alarms: { emails: ["platform@example.org"] } });
      },
      'infrastructure.alarms: watch an accelerator and its load balancers; expected balancer { "kind": "global-accelerator" }, or no alarms',
    ],
    [
      "the addresses of Services",
      network({ cidr: "100.64.0.0/16" }),
      "regions.ca.network.cidr: 100.64.0.0/16 overlaps 100.64.0.0/13, the addresses of kOps' Services; expected another network, such as 10.10.0.0/16",
    ],
    [
      "an even control plane",
      cluster({ controlPlane: { count: 2 } }),
      `${CLUSTER}.controlPlane.count: expected 1 or 3 machines, of which etcd has a majority, got 2`,
    ],
    [
      "a name that kOps refuses",
      (input) => {
        region(input).clusters = { "AWS-Deployment": { kind: "kops", role: "api" } };
      },
      "regions.ca.clusters.AWS-Deployment: expected a cluster's name: at most 12 lower-case letters, digits and dashes, beginning with a letter",
    ],
    [
      "a release that kOps does not install",
      cluster({ version: "1.31.4" }),
      `${CLUSTER}.version: expected a release of Kubernetes from 1.32 to 1.35, such as "1.35.5", got "1.31.4"`,
    ],
    [
      "nodes with less memory than they need",
      cluster({ nodes: { instanceType: "t3.micro" } }),
      `${CLUSTER}.nodes.instanceType: expected an EC2 instance type with an x64 processor and 2 GiB or more, such as "t3.medium", got "t3.micro"`,
    ],
    [
      "bounds in the wrong order",
      cluster({ nodes: { minimum: 3, maximum: 1 } }),
      `${CLUSTER}.nodes: minimum is above maximum; expected a range, such as { "minimum": 1, "maximum": 3 }`,
    ],
    [
      "spot with one node",
      (input) => {
        network({ zones: 1 })(input);
        cluster({ nodes: { spot: true } })(input);
      },
      `${CLUSTER}.nodes.spot: AWS takes the only node back at two minutes' notice, and its pods have nowhere to go; expected two nodes or more`,
    ],
    [
      "a bastion without a key",
      cluster({ bastion: { sourceCidrs: ["203.0.113.7/32"] } }),
      `${CLUSTER}.bastion.sshPublicKey: expected the operators' public key of SSH, such as "ssh-ed25519 `,
    ],
    [
      "a bastion that is open to the world",
      cluster({ bastion: { sshPublicKey: KEY, sourceCidrs: ["0.0.0.0/0"] } }),
      `${CLUSTER}.bastion.sourceCidrs[0]: must not be open to the world, and a /8 is the widest network; expected the networks that operators work from, such as "203.0.113.7/32"`,
    ],
    [
      "clusters of EKS beside it",
      (input) => {
        Object.assign(region(input).clusters, { other: { kind: "eks", role: "api" } });
      },
      'regions.ca.clusters.other.kind: clusters of kOps are entry points of their own, and those of EKS are not; expected "kops" for all, or another environment',
    ],
    [
      "an accelerator in front",
      (input) => {
        input.balancer = { kind: "global-accelerator" };
      },
      'balancer.kind: infrastructure "aws" has no balancer of kind "global-accelerator"; expected "none"',
    ],
    [
      "Let's Encrypt without a domain",
      (input) => {
        input.certificates = { kind: "letsencrypt", email: "platform@example.com", challenge: "http-01" };
      },
      "domain: without one the cluster answers to a name of AWS', which Let's Encrypt does not certify; expected a domain",
    ],
    [
      "a service that answers nobody, since port 80 redirects",
      (input) => {
        for (const service of input.workloads[0]?.services ?? [])
          Object.assign(service, { protocol: "http", exposure: "http" });
      },
      'workloads[0].services[0].exposure: with certificates "private-ca" port 80 redirects to 443, where "http" answers nobody; expected "reencrypt" or "passthrough"',
    ],
    [
      "a service that speaks TLS, for which nobody issues a certificate",
      (input) => {
        input.certificates = { kind: "none" };
      },
      'workloads[0].services[0].protocol: certificates "none" issue none to a service that speaks TLS; expected "http", or certificates { "kind": "private-ca" }',
    ],
    [
      "fan-out by the ingress, and a load balancer of a service's own beside it",
      service({ exposure: "reencrypt", route: { path: "/data", stripPath: true }, loadBalancer: "internal" }),
      `workloads[0].services[0].loadBalancer: the cluster's ingress leads to "api" already, at /data by exposure "reencrypt"; expected "none" with it, or exposure "none"`,
    ],
    [
      "a public load balancer beside Traefik's",
      service(BALANCED),
      'workloads[0].services[0].loadBalancer: cluster "main" has an entry point already, Traefik behind a load balancer; expected "internal", or ingress false',
    ],
    [
      "two public load balancers, where one name is to lead to one",
      (input) => {
        input.domain = "api.example.com";
        cluster({ ingress: false })(input);
        service(BALANCED)(input);
        const services = input.workloads[0]?.services ?? [];
        services.push({ ...services[0], name: "second" } as never);
      },
      'workloads[0].services[1].loadBalancer: "api" is what everybody reaches at the cluster\'s one name; expected "internal" or "none"',
    ],
    [
      "a service that an ingress leads to, in a cluster without one",
      (input) => {
        input.certificates = { kind: "none" };
        for (const service of input.workloads[0]?.services ?? [])
          Object.assign(service, { protocol: "http", exposure: "http" });
        cluster({ ingress: false })(input);
      },
      'workloads[0].services[0].exposure: cluster "main" has no ingress that leads to "api"; expected "none", with loadBalancer "public" or "internal"',
    ],
    [
      "certificates for a load balancer's name, before there is one",
      (input) => {
        cluster({ ingress: false })(input);
        service(BALANCED)(input);
      },
      `${CLUSTER}.ingress: certificates name what is called before there is a load balancer; expected a domain, such as "api.example.com", or certificates { "kind": "none" }`,
    ],
    [
      "proofs for Let's Encrypt, which nobody answers",
      (input) => {
        input.domain = "api.example.com";
        input.certificates = { kind: "letsencrypt", email: "platform@example.com", challenge: "http-01" };
        cluster({ ingress: false })(input);
        service(BALANCED)(input);
      },
      `${CLUSTER}.ingress: nobody else answers the proofs of Let's Encrypt on port 80; expected true`,
    ],
    [
      "calls that stay on a node that may have no pod",
      service({ internalTrafficPolicy: "local" }),
      'workloads[0].services[0].internalTrafficPolicy: cluster "main" may have a node without a pod of "api", where calls would find no endpoint; expected "cluster", and spread "zones"',
    ],
    [
      "names and sign-ins by roles of pods, where pods have none",
      (input) => {
        input.domain = "api.example.com";
        input.dns = { kind: "route53", zoneId: "Z0123456789ABCDEFGHIJ" };
        Object.assign(input.infrastructure, { databaseUsers: "identity" });
        cluster({ serviceAccountRoles: false })(input);
      },
      `${CLUSTER}.serviceAccountRoles: dns "route53", for External DNS, and databaseUsers "identity" needs roles of ServiceAccounts; expected true`,
    ],
    [
      "a zone without a name to lead",
      (input) => {
        input.dns = { kind: "route53", zoneId: "Z0123456789ABCDEFGHIJ" };
      },
      'domain: the zone needs a name to hold; expected a domain, such as "api.example.com"',
    ],
    [
      "a role whose name kOps would cut",
      (input) => {
        Object.assign(input.infrastructure, { databaseUsers: "identity" });
        input.databases = {
          ratings: {
            kind: "managed",
            engine: "postgres",
            version: "17",
            usedBy: { api: { application: ["api"] } },
          },
        };
        Object.assign(input.workloads[0] as object, { namespace: "ratings-of-movies-that-users-have-seen" });
      },
      'workloads[0].namespace: the role that signs in to database "ratings" would be api.ratings-of-movies-that-users-have-seen.sa.kops-main.k8s.local, of 65 characters; expected a shorter name, so that it has 64 at most',
    ],
    [
      "a database smaller than RDS allows",
      (input) => {
        input.databases = {
          ratings: {
            kind: "managed",
            engine: "postgres",
            version: "17",
            size: { storageGiB: 10 },
            usedBy: { api: { application: ["api"] } },
          },
        };
      },
      "databases.ratings.size.storageGiB: RDS makes no database of less than 20 GiB; expected 20 or more, got 10",
    ],
  ])("%s", (_, change, message) => {
    expect(problemsOf(() => environment("kops", change))).toEqual([expect.stringContaining(message)]);
  });
});

it("takes one zone, and a control plane of one, where that is chosen", () => {
  const small = environment("kops", (input) => {
    network({ zones: 1 })(input);
    cluster({ controlPlane: { count: 1 }, nodes: { minimum: 2, spot: true } })(input);
  });
  expect(clustersOf(small)).toMatchObject([
    { controlPlane: { count: 1 }, nodes: { minimum: 2, maximum: 3 } },
  ]);
});

it("has no name before it has a balancer, and pulls from the registry of its region", () => {
  const shipped = environment("kops");
  const [main] = clustersOf(shipped);
  expect(main?.hostName).toBeUndefined();
  expect(traitsOf(shipped, main as NonNullable<typeof main>).registry).toBe(
    "000000000000.dkr.ecr.ca-central-1.amazonaws.com",
  );
});
