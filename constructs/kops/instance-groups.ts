import { Construct } from "constructs";
import { InstanceGroup, type InstanceGroupConfig } from "./bindings/instance-group";
import { MACHINE_IMAGE } from "./machine-image";

/** Machines that are alike. */
export interface Machines {
  /** EC2 instance type with an x64 processor. */
  readonly instanceType: string;

  /** GiB of each machine's root disk. */
  readonly diskGiB: number;
}

export interface Nodes extends Machines {
  /** In each zone. */
  readonly minimum: number;
  readonly maximum: number;

  /** Whether Cluster Autoscaler changes their number. */
  readonly autoscaler: boolean;

  /** Whether they are spot instances. */
  readonly spot: boolean;
}

export interface InstanceGroupsProps {
  /** Name of the cluster, from its resource: groups come after it. */
  readonly cluster: string;

  /** The zones' ids; the cluster's private subnets have these names. */
  readonly zones: readonly string[];

  readonly controlPlane: Machines & { readonly count: number };
  readonly nodes: Nodes;

  /** Machines in the public subnets. @default - none */
  readonly bastion?: Pick<Machines, "instanceType"> | undefined;

  /** Whether pods have roles of their own, so that none needs those of its machine. */
  readonly serviceAccountRoles: boolean;
}

/** Of a machine that operators pass through. */
const BASTION_GIB = 20;

/** Name of the group, and of the member of etcd, of a machine of the control plane. */
export const controlPlaneGroup = (index: number): string => `control-plane-${index}`;

/** Names of the subnets of a zone, for the cluster and its groups. */
export const subnetNames = (zone: string) => ({ private: zone, public: `public-${zone}` });

/**
 * The groups of a cluster's machines: each machine of the control plane is one of its own, with its member of etcd; the nodes
 * are one in each zone. Disks are encrypted, and the metadata service wants a token.
 */
export class InstanceGroups extends Construct {
  /** All groups, by name. */
  readonly groups: ReadonlyMap<string, InstanceGroup>;

  constructor(scope: Construct, id: string, props: InstanceGroupsProps) {
    super(scope, id);
    const { zones, controlPlane, nodes, bastion, serviceAccountRoles } = props;

    const group = (
      name: string,
      settings: Pick<InstanceGroupConfig, "role" | "machineType" | "minSize" | "maxSize" | "subnets"> &
        Partial<InstanceGroupConfig>,
      { diskGiB, hops = 1 }: { readonly diskGiB: number; readonly hops?: number },
    ) =>
      new InstanceGroup(this, name, {
        clusterName: props.cluster,
        name,
        image: MACHINE_IMAGE,
        instanceMetadata: { httpTokens: "required", httpPutResponseHopLimit: hops },
        rootVolume: { type: "gp3", size: diskGiB, encryption: true },
        ...settings,
      });
    const control = Array.from({ length: controlPlane.count }, (_, index) =>
      group(
        controlPlaneGroup(index),
        {
          role: "ControlPlane",
          machineType: controlPlane.instanceType,
          minSize: 1,
          maxSize: 1,
          subnets: [subnetNames(zones[index % zones.length] as string).private],
        },
        // Controllers beside the control plane work with its machines' role, and some of them from a network of their own.
        { diskGiB: controlPlane.diskGiB, hops: serviceAccountRoles ? 1 : 3 },
      ),
    );
    const workers = zones.map((zone) =>
      group(
        `nodes-${zone}`,
        {
          role: "Node",
          machineType: nodes.instanceType,
          minSize: nodes.minimum,
          maxSize: nodes.maximum,
          autoscale: nodes.autoscaler,
          subnets: [subnetNames(zone).private],
          ...(nodes.spot ? spot(nodes.instanceType) : {}),
        },
        nodes,
      ),
    );
    const bastions = bastion
      ? [
          group(
            "bastions",
            {
              role: "Bastion",
              machineType: bastion.instanceType,
              minSize: 1,
              maxSize: 1,
              subnets: zones.map((zone) => subnetNames(zone).public),
            },
            { diskGiB: BASTION_GIB },
          ),
        ]
      : [];
    this.groups = new Map([...control, ...workers, ...bastions].map((each) => [each.node.id, each]));
  }
}

/** All of them spot instances, replaced as soon as AWS says that one is at risk. */
const spot = (instanceType: string): Partial<InstanceGroupConfig> => ({
  capacityRebalance: true,
  mixedInstancesPolicy: {
    instances: [instanceType],
    onDemandBase: { value: 0 },
    onDemandAboveBase: { value: 0 },
    spotAllocationStrategy: "price-capacity-optimized",
  },
});
