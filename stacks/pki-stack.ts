import { TlsProvider } from "@cdktf/provider-tls/lib/provider";
import { Construct } from "constructs";
import { hostsIn } from "../config/hosts";
import { receiverHost, writerName } from "../config/hub";
import { workspaceName } from "../config/names";
import type { Environment } from "../config/schema/environment";
import { chosen } from "../constructs/chosen";
import { CertificateAuthority } from "../constructs/pki/certificate-authority";
import { LeafCertificate } from "../constructs/pki/leaf-certificate";
import {
  type CertificatePem,
  type CertificateSource,
  certificateFromPem,
} from "../constructs/workload/certificate";
import type { ClusterHandle } from "./cluster-handle";
import type { HubClusters } from "./hub-clusters";
import { PlatformStack, sensitive } from "./workspace/platform-stack";

/** The CA that the balancer pins, and for every cluster the certificate of what it serves. */
export type PkiOutputs = {
  /** The CA's certificate, PEM. */
  readonly ca: string;
} & {
  readonly [ClusterCertificate in `${string}-certificate`]: string;
} & {
  /** Private keys, PEM; sensitive. */
  readonly [ClusterKey in `${string}-key`]: string;
};

/** A name that no cluster has: an underscore is in no name of a person's choosing. */
const RECEIVER = "hub_receiver";
const writerOf = (cluster: string): `${string}_writer` => `${cluster}_writer`;

export interface PkiStackProps {
  readonly environment: Environment;
  /** The clusters that serve under a certificate of the platform's CA. */
  readonly clusters: readonly Pick<ClusterHandle, "place" | "role" | "hostName">[];
  /** The cluster that keeps the samples of all, and those that write to it. @default - every cluster keeps its own */
  readonly hub?: HubClusters<Pick<ClusterHandle, "place" | "hostName">> | undefined;
}

/** `<environment>-pki`: the private CA of the platform. */
export class PkiStack extends PlatformStack<PkiOutputs> {
  constructor(scope: Construct, { environment, clusters, hub }: PkiStackProps) {
    super(scope, workspaceName(environment.name, "pki"), environment.state);
    new TlsProvider(this, "Tls");

    const authority = new CertificateAuthority(this, "Authority", {
      commonName: `Meridian ${environment.name} CA`,
      protect: environment.protect,
    });
    const certificates = clusters.map(({ place: { cluster: name }, role, hostName }) => {
      const commonName = hostName(this);
      const dnsNames = hostsIn(environment.workloads, role, commonName);
      return {
        name,
        leaf: new LeafCertificate(chosen(this), name, { authority, commonName, dnsNames, use: "server" }),
      };
    });
    const ofHub = hub === undefined ? [] : this.hubCertificates(authority, hub);

    this.publish({
      ca: authority.certificate,
      ...Object.fromEntries(
        [...certificates, ...ofHub].flatMap(({ name, leaf }) => [
          [`${name}-certificate`, leaf.certificate],
          [`${name}-key`, sensitive(leaf.privateKey)],
        ]),
      ),
    });
  }

  private hubCertificates(
    authority: CertificateAuthority,
    { keeper, writers }: NonNullable<PkiStackProps["hub"]>,
  ): readonly { readonly name: string; readonly leaf: LeafCertificate }[] {
    const scope = new Construct(this, "Hub");
    const host = receiverHost(keeper.hostName(this));
    const receiver = { authority, commonName: host, dnsNames: [host], use: "server" } as const;
    return [
      { name: RECEIVER, leaf: new LeafCertificate(scope, "Receiver", receiver) },
      ...writers.map(({ place }) => ({
        name: writerOf(place.cluster),
        leaf: new LeafCertificate(chosen(scope), place.cluster, {
          authority,
          commonName: writerName(place),
          use: "client",
        }),
      })),
    ];
  }

  /** What the hub proves its name with. */
  receiverCertificate(consumer: PlatformStack<object>): CertificatePem {
    return this.certificateOf(RECEIVER, consumer);
  }

  /** What a cluster that writes to the hub proves itself with. */
  writerCertificate(cluster: string, consumer: PlatformStack<object>): CertificatePem {
    return this.certificateOf(writerOf(cluster), consumer);
  }

  /** Puts the certificate of what a cluster serves into namespaces of it; `consumer` reads nothing before it does. */
  certificateSource(cluster: string, consumer: PlatformStack<object>): CertificateSource {
    return (scope, namespace) => certificateFromPem(this.certificateOf(cluster, consumer))(scope, namespace);
  }

  /** The certificate of what a cluster serves, its key and the CA behind it, as `consumer` reads them. */
  certificateOf(cluster: string, consumer: PlatformStack<object>): CertificatePem {
    const read = <Name extends keyof PkiOutputs & string>(name: Name): PkiOutputs[Name] =>
      consumer.consume(this, name)[name];
    return {
      certificate: read(`${cluster}-certificate`),
      key: read(`${cluster}-key`),
      authority: read("ca"),
    };
  }
}
