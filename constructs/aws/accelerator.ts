import { GlobalacceleratorAccelerator } from "@cdktf/provider-aws/lib/globalaccelerator-accelerator";
import { GlobalacceleratorEndpointGroup } from "@cdktf/provider-aws/lib/globalaccelerator-endpoint-group";
import { GlobalacceleratorListener } from "@cdktf/provider-aws/lib/globalaccelerator-listener";
import { Construct } from "constructs";
import { chosen } from "../chosen";
import { LOG_FOLDERS } from "./log-bucket";

/** The endpoints of one AWS region. */
export interface EndpointGroup {
  /** Names the group in the workspace. */
  readonly region: string;

  /** AWS' name of the region. */
  readonly location: string;

  /** Percentage of the users for whom the region is nearest; failover ignores it. */
  readonly dial: number;

  /** Share of every endpoint within the region, 0 to 255. */
  readonly weight: number;

  /** ARNs of internal load balancers. */
  readonly loadBalancers: readonly string[];
}

export interface AcceleratorProps {
  readonly name: string;

  /** The port that users call, and that the endpoints answer. */
  readonly port: number;

  readonly clientAffinity: "source-ip" | "none";

  readonly groups: readonly EndpointGroup[];

  /** Name of the bucket in which connections are logged. @default - they are not */
  readonly flowLogs?: string | undefined;

  /** Whether Terraform refuses to destroy the accelerator, and with it its two addresses. */
  readonly protect: boolean;
}

/**
 * A global accelerator: two addresses that every edge location of AWS announces, and a group of endpoints for every
 * region. Groups have no health checks of their own: for load balancers, AWS asks the balancer.
 */
export class Accelerator extends Construct {
  /** ARN of the listener, which has the accelerator's in it. */
  readonly listenerArn: string;

  /** The name that AWS gives it. */
  readonly dnsName: string;

  /** The zone of that name, for an alias record. */
  readonly zoneId: string;

  constructor(scope: Construct, id: string, props: AcceleratorProps) {
    super(scope, id);

    const accelerator = new GlobalacceleratorAccelerator(this, "Resource", {
      name: props.name,
      ipAddressType: "IPV4",
      enabled: true,
      ...(props.flowLogs === undefined
        ? {}
        : {
            attributes: {
              flowLogsEnabled: true,
              flowLogsS3Bucket: props.flowLogs,
              flowLogsS3Prefix: LOG_FOLDERS.flows,
            },
          }),
      ...(props.protect ? { lifecycle: { preventDestroy: true } } : {}),
    });
    const listener = new GlobalacceleratorListener(this, "Listener", {
      acceleratorArn: accelerator.arn,
      protocol: "TCP",
      portRange: [{ fromPort: props.port, toPort: props.port }],
      clientAffinity: props.clientAffinity === "source-ip" ? "SOURCE_IP" : "NONE",
    });
    for (const group of props.groups) {
      new GlobalacceleratorEndpointGroup(chosen(this), group.region, {
        listenerArn: listener.arn,
        endpointGroupRegion: group.location,
        trafficDialPercentage: group.dial,
        endpointConfiguration: group.loadBalancers.map((endpointId) => ({
          endpointId,
          weight: group.weight,
          clientIpPreservationEnabled: true, // internal balancers are refused without
        })),
      });
    }

    this.listenerArn = listener.arn;
    this.dnsName = accelerator.dnsName;
    this.zoneId = accelerator.hostedZoneId;
  }
}
