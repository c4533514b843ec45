import { PersistentVolumeClaimV1 } from "@cdktf/provider-kubernetes/lib/persistent-volume-claim-v1";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { claimOf, releaseOf } from "../../config/composed-names";
import { isExposed } from "../../config/hosts";
import { DELIVERIES } from "../../config/schema/delivery";
import type { Service, Workload } from "../../config/schema/environment";
import { chosen } from "../chosen";
import { connectionSecrets } from "../database/connection-secrets";
import { ForgottenRelease } from "../kubernetes/forgotten-release";
import { ManifestRelease } from "../kubernetes/manifest-release";
import { Namespace } from "../kubernetes/namespace";
import type { CertificateSource } from "./certificate";
import { keepsClaim } from "./certificate-sync";
import type { Destination } from "./destination";
import { environmentSecret } from "./environment-secret";
import { showsCertificate } from "./load-balancer";
import { speaksTls, workloadObjects } from "./objects";
import { pullSecret } from "./pull-secret";
import { hasBalancer, serviceBalancer } from "./service-balancer";
import { WorkloadJob } from "./workload-job";

export interface WorkloadReleaseProps {
  readonly workload: Workload;
  readonly destination: Destination;

  /** Where services that speak TLS get the certificate of the cluster's host name. */
  readonly certificate: CertificateSource;
}

/**
 * A workload in one cluster: its namespace, one Helm release with its objects, and before that what pods need at their
 * start: the certificate's Secret, the claims that hold the copy of it (if any), the secrets of its environment, and the jobs of
 * the version, done. Where a repository delivers the objects, the release is let go without them.
 *
 * A change of a secret reaches pods that start afterwards; `kubectl rollout restart` replaces the others. A renewed
 * certificate reaches all of them by itself.
 */
export class WorkloadRelease extends Construct {
  /** The services that have load balancers of their own, and the names of these. */
  readonly balancers: readonly { readonly service: Service; readonly name: string }[];

  constructor(scope: Construct, id: string, props: WorkloadReleaseProps) {
    super(scope, id);
    const { workload, destination } = props;

    const namespace = new Namespace(this, "Namespace", { name: workload.namespace }).name;
    const withTls = workload.services.filter(speaksTls);
    const certificate =
      withTls.length > 0 || (showsCertificate(destination) && workload.services.some(isExposed))
        ? props.certificate(this, namespace)
        : undefined;
    const claims = keepsClaim(destination)
      ? withTls.map((service) => certificateClaim(this, namespace, service))
      : [];
    const pull = pullSecret(this, namespace, destination, workload);
    const secrets = workload.services
      .filter(({ secrets, generated }) => Object.keys({ ...secrets, ...generated }).length > 0)
      .map((service) =>
        environmentSecret(placeOf(this, service), namespace, { ...service, what: "service" }),
      );

    this.balancers = workload.services.filter(hasBalancer).map((service) => ({
      service,
      name: serviceBalancer(placeOf(this, service), namespace, destination, service),
    }));

    const connections = connectionSecrets(this, "Databases", namespace, destination.databases, workload);

    if (DELIVERIES[workload.delivery].fromRepository) {
      new ForgottenRelease(this, "Release");
      return;
    }
    new ManifestRelease(this, "Release", {
      name: releaseOf(workload.name),
      namespace,
      objects: workloadObjects(destination, workload, certificate),
      adopt: true,
      dependsOn: [
        ...(certificate?.filledBy ?? []),
        ...claims,
        ...secrets,
        ...pull,
        ...connections,
        ...this.jobs(props, namespace, [...pull, ...connections]),
      ],
    });
  }

  /** The jobs of the version, one after the other; gives the last. */
  private jobs(
    { workload, destination }: WorkloadReleaseProps,
    namespace: string,
    needed: ITerraformDependable[],
  ): ITerraformDependable[] {
    const jobs = Object.entries(workload.jobs);
    if (jobs.length === 0) return [];
    const place = new Construct(this, "Jobs");
    return jobs.reduce<ITerraformDependable[]>(
      (before, [name, job]) => [
        new WorkloadJob(chosen(place), name, {
          workload,
          name,
          job,
          destination,
          namespace,
          dependsOn: before,
        }).resource,
      ],
      needed,
    );
  }
}

/** The scope of what belongs to one service. */
function placeOf(scope: Construct, { name }: Service): Construct {
  const services = chosen(scope);
  return (services.node.tryFindChild(name) as Construct | undefined) ?? new Construct(services, name);
}

/** Room for a certificate, on the default storage class. */
const certificateClaim = (scope: Construct, namespace: string, service: Service): PersistentVolumeClaimV1 =>
  new PersistentVolumeClaimV1(placeOf(scope, service), "Claim", {
    metadata: { name: claimOf(service.name), namespace },
    spec: {
      // One node at a time: a single-node K3s has no other, and its local-path storage knows no other mode.
      accessModes: ["ReadWriteOnce"],
      resources: { requests: { storage: "1Gi" } }, // the least that clouds give; the files are a few KiB
    },
    waitUntilBound: false, // local-path binds a claim when the first pod uses it
  });
