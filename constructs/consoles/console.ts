import type { IIngressRoute } from "@kubernetes-models/traefik/traefik.io/v1alpha1/IngressRoute";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { INetworkPolicyPeer } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyPeer";
import { ManifestRelease } from "../kubernetes/manifest-release";
import { admit, type Pods } from "../kubernetes/network-policy";
import type { KubernetesObject } from "../kubernetes/object";

/** A page, and what serves it. */
export interface Page {
  /** The name that people call, which may be known only at apply. */
  readonly host: string;
  /** Name of the Service, and its port. */
  readonly service: string;
  readonly port: number;
  /** The pods behind it, and their port. */
  readonly pods: Pods;
  readonly podPort: number;
}

export interface ConsoleProps extends Page {
  /** The Secret with the certificate of the name. */
  readonly certificateSecret: string;
  /** The pods of the cluster's Traefik. */
  readonly ingress: readonly INetworkPolicyPeer[];
  /** More objects that the page takes. @default - none */
  readonly objects?: readonly KubernetesObject[];
  readonly dependsOn: ITerraformDependable[];
}

/** The way to a tool's page: Traefik ends TLS, and calls the tool, which asks people who they are. No other pod outside its namespace may call it. */
export class Console extends Construct {
  constructor(scope: Construct, id: string, props: ConsoleProps) {
    super(scope, id);
    const name = `console-${props.service}`;
    const { namespace } = props.pods;
    const route: IIngressRoute & KubernetesObject = {
      apiVersion: "traefik.io/v1alpha1",
      kind: "IngressRoute",
      metadata: { name, namespace },
      spec: {
        entryPoints: ["websecure"],
        routes: [
          {
            kind: "Rule",
            match: `Host(\`${props.host}\`)`,
            services: [{ name: props.service, port: props.port }],
          },
        ],
        tls: { secretName: props.certificateSecret },
      },
    };
    new ManifestRelease(this, "Release", {
      name,
      namespace,
      objects: [
        ...(props.objects ?? []),
        route,
        admit(name, props.pods, [{ port: props.podPort, from: props.ingress }]),
      ],
      dependsOn: props.dependsOn,
    });
  }
}
