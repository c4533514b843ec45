import { ComputeNetwork } from "@cdktf/provider-google/lib/compute-network";
import { ComputeRouter } from "@cdktf/provider-google/lib/compute-router";
import { ComputeRouterNat } from "@cdktf/provider-google/lib/compute-router-nat";
import { ComputeSubnetwork } from "@cdktf/provider-google/lib/compute-subnetwork";
import { Construct } from "constructs";

/** What the subnet calls the ranges of pods and Services. */
export const RANGES = { pods: "pods", services: "services" } as const;

export interface VpcProps {
  /** Of everything in it. */
  readonly name: string;
  /** Google's name of the region. */
  readonly location: string;
  /** Addresses of nodes, pods and Services. */
  readonly cidr: string;
  readonly pods: string;
  readonly services: string;
  /** The share of connections that are logged, in percent. @default - none is */
  readonly flowLogs?: number | undefined;
}

/** A network with one subnet: its nodes have private addresses alone, and get out by NAT. */
export class Vpc extends Construct {
  readonly network: string;
  readonly subnetwork: string;

  constructor(scope: Construct, id: string, props: VpcProps) {
    super(scope, id);
    const { name, location: region } = props;
    const network = new ComputeNetwork(this, "Resource", {
      name,
      autoCreateSubnetworks: false,
      routingMode: "REGIONAL",
    });
    const subnetwork = new ComputeSubnetwork(this, "Nodes", {
      name,
      region,
      network: network.id,
      ipCidrRange: props.cidr,
      secondaryIpRange: [
        { rangeName: RANGES.pods, ipCidrRange: props.pods },
        { rangeName: RANGES.services, ipCidrRange: props.services },
      ],
      privateIpGoogleAccess: true, // registry, storage and logs, without NAT
      ...(props.flowLogs === undefined
        ? {}
        : {
            logConfig: {
              aggregationInterval: "INTERVAL_5_SEC",
              flowSampling: props.flowLogs / 100,
              metadata: "INCLUDE_ALL_METADATA", // the pods' names among it
            },
          }),
    });
    const router = new ComputeRouter(this, "Router", { name, region, network: network.id });
    new ComputeRouterNat(this, "Nat", {
      name,
      region,
      router: router.name,
      natIpAllocateOption: "AUTO_ONLY",
      sourceSubnetworkIpRangesToNat: "LIST_OF_SUBNETWORKS",
      subnetwork: [{ name: subnetwork.id, sourceIpRangesToNat: ["ALL_IP_RANGES"] }],
      logConfig: { enable: true, filter: "ERRORS_ONLY" },
    });
    this.network = network.id;
    this.subnetwork = subnetwork.id;
  }
}
