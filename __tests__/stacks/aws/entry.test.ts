import type { KubernetesObject } from "../../../constructs/kubernetes/object";
import { type Change, objectsIn, only, synthesizeAws, withAcm, withPlainHttp } from "../../support/aws";
import { schemaProblems } from "../../support/kubernetes-models";
import { podsIn, restrictedViolations } from "../../support/pod-security";
import { trace } from "../../support/remote-state";
import { type Output, resourcesOf } from "../../support/synth";

const ways = {
  "the platform's CA": synthesizeAws(),
  ACM: synthesizeAws(withAcm),
  "plain HTTP": synthesizeAws(withPlainHttp),
};
type Way = keyof typeof ways;

const find = (objects: readonly KubernetesObject[], kind: string) => {
  const found = objects.find((object) => object.kind === kind);
  if (!found) throw new Error(`no ${kind} among ${objects.map((object) => object.kind).join(", ")}`);
  return found as KubernetesObject & { readonly spec: Record<string, unknown> };
};

describe.each<[Way, { port: number; listener: string; target: number; check: string; route: string }]>([
  ["the platform's CA", { port: 443, listener: "TCP", target: 8443, check: "HTTPS", route: "TLSRoute" }],
  ["ACM", { port: 443, listener: "TLS", target: 8080, check: "HTTP", route: "HTTPRoute" }],
  ["plain HTTP", { port: 80, listener: "TCP", target: 8080, check: "HTTP", route: "HTTPRoute" }],
])("with %s", (way, { port, listener, target, check, route }) => {
  const { workspaces } = ways[way];
  const addons = workspaces["aws-cluster-addons-west"];
  const objects = objectsIn(workspaces["aws-api-deploy-west"]);

  it("the accelerator and the load balancers answer one port", () => {
    expect(only(workspaces["aws-global-lb"], "aws_globalaccelerator_listener")).toMatchObject({
      protocol: "TCP",
      port_range: [{ from_port: port, to_port: port }],
      client_affinity: "SOURCE_IP",
    });
    expect(only(addons, "aws_lb_listener")).toMatchObject({ port, protocol: listener });
  });

  it("a region is healthy while some pod of the service says that it is ready, through the ingress", () => {
    expect(only(addons, "aws_lb_target_group")).toMatchObject({
      target_type: "ip",
      protocol: "TCP",
      port: target,
      health_check: { protocol: check, path: "/readyz", port: "traffic-port", matcher: "200" },
    });
  });

  it("users pass the balancer by its one port, and the balancer reaches nothing but the ingress' pods", () => {
    const open = resourcesOf(addons, "aws_vpc_security_group_ingress_rule").filter(
      (rule) => "cidr_ipv4" in rule,
    );
    expect(open).toMatchObject([{ from_port: port, to_port: port }]);
    expect(only(addons, "aws_vpc_security_group_egress_rule")).toMatchObject({
      from_port: target,
      to_port: target,
      referenced_security_group_id: expect.stringContaining("security-group-id"),
    });
    expect(only(addons, "aws_lb")).toMatchObject({ internal: true, load_balancer_type: "network" });
  });

  it("the service is reached by a route of the Gateway, which its network policy admits", () => {
    expect(find(objects, route).spec).toMatchObject({
      parentRefs: [{ name: "contour", namespace: "projectcontour" }],
      rules: [{ backendRefs: [{ name: "api", port: route === "TLSRoute" ? 443 : 80 }] }],
    });
    const admitted = objects.filter(
      ({ kind, metadata }) => kind === "NetworkPolicy" && metadata.name === "api",
    );
    expect(JSON.stringify(admitted)).toContain("projectcontour");
    expect(JSON.stringify(admitted)).not.toContain("traefik");
  });

  it("the Gateway has the one listener that the route joins", () => {
    expect(find(objectsIn(addons), "Gateway").spec).toMatchObject({
      listeners: [
        route === "TLSRoute"
          ? { port: 443, protocol: "TLS", tls: { mode: "Passthrough" } }
          : { port: 80, protocol: "HTTP" },
      ],
    });
  });

  it("all objects are what their kinds' schemas accept", () => {
    const known = [...objects, ...objectsIn(addons)].filter(({ kind }) => kind !== "TargetGroupBinding");
    expect(known.length).toBeGreaterThan(8);
    expect(schemaProblems(known)).toEqual([]);
    for (const [, pod] of podsIn(objects)) expect(restrictedViolations(pod)).toEqual([]);
  });
});

describe("the load balancer", () => {
  const output = ways["the platform's CA"];
  const addons = output.workspaces["aws-cluster-addons-central"];

  it("is made by Terraform, so that the accelerator reads its ARN and looks for nothing", () => {
    const group = resourcesOf(output.workspaces["aws-global-lb"], "aws_globalaccelerator_endpoint_group");
    const [endpoint] = group.flatMap(
      ({ endpoint_configuration: endpoints }) => endpoints as { endpoint_id: string }[],
    );
    expect(trace(output, "aws-global-lb", endpoint?.endpoint_id)).toBe("aws-central's arn");
  });

  it("is filled by name: the target group that is bound is the one that exists, after the controller", () => {
    const binding = find(objectsIn(addons), "TargetGroupBinding");
    expect(binding.spec).toEqual({
      serviceRef: { name: "contour-envoy", port: "https" },
      targetGroupName: "aws-central",
      targetType: "ip",
    });
    expect(only(addons, "aws_lb_target_group")["name"]).toBe("aws-central");
    const release = resourcesOf(addons, "helm_release").find(({ name }) => name === "targets");
    const before = ((release?.["depends_on"] ?? []) as string[]).join(" ");
    expect(before).toContain("helm_release.LoadBalancerController");
    expect(before).toContain("helm_release.Contour_Gateway");
    expect(before).toContain("aws_lb_target_group");
  });

  it("hands on users' addresses, but not where it ends TLS, which AWS refuses", () => {
    const preserved = (way: Way) => {
      const { workspaces } = ways[way];
      const [group] = resourcesOf(workspaces["aws-global-lb"], "aws_globalaccelerator_endpoint_group");
      const [endpoint] = (group?.["endpoint_configuration"] ?? []) as {
        client_ip_preservation_enabled: boolean;
      }[];
      const target = only(workspaces["aws-cluster-addons-west"], "aws_lb_target_group");
      return [endpoint?.client_ip_preservation_enabled, target["preserve_client_ip"]];
    };
    expect(preserved("the platform's CA")).toEqual([true, "true"]);
    expect(preserved("plain HTTP")).toEqual([true, "true"]);
    expect(preserved("ACM")).toEqual([false, "false"]);
  });
});

describe("the accelerator", () => {
  const groupsOf = ({ workspaces }: Output) =>
    resourcesOf(workspaces["aws-global-lb"], "aws_globalaccelerator_endpoint_group")
      .map((group) => ({
        region: group["endpoint_group_region"],
        dial: group["traffic_dial_percentage"],
        weights: (group["endpoint_configuration"] as { weight: number }[]).map(({ weight }) => weight),
      }))
      .sort((one, other) => String(one.region).localeCompare(String(other.region)));
  const routed = (change: Change) => groupsOf(synthesizeAws(change));

  it("sends everybody to the nearest region, unless told otherwise", () => {
    expect(groupsOf(ways["the platform's CA"])).toEqual([
      { region: "eu-central-1", dial: 100, weights: [128] },
      { region: "eu-west-2", dial: 100, weights: [128] },
    ]);
  });

  it("takes weights and dials as configured", () => {
    const groups = routed((input) => {
      input.balancer = {
        kind: "global-accelerator",
        routing: { kind: "nearest", endpoints: { west: { weight: 0, dial: 25 } } },
        clientAffinity: "none",
      };
    });
    expect(groups[1]).toEqual({ region: "eu-west-2", dial: 25, weights: [0] });
  });

  it("keeps a warm standby at dial 0 and a weight above it: failover ignores the one, and needs the other", () => {
    const groups = routed((input) => {
      input.balancer = {
        kind: "global-accelerator",
        routing: { kind: "warm-standby", primary: "west" },
      };
    });
    expect(groups).toEqual([
      { region: "eu-central-1", dial: 0, weights: [128] },
      { region: "eu-west-2", dial: 100, weights: [128] },
    ]);
  });

  it("has no health checks of its own, which AWS would not use", () => {
    for (const { workspaces } of Object.values(ways))
      for (const group of resourcesOf(workspaces["aws-global-lb"], "aws_globalaccelerator_endpoint_group"))
        expect(Object.keys(group).filter((key) => /health|threshold/.test(key))).toEqual([]);
  });

  it.each<[Way, RegExp]>([
    ["the platform's CA", /^https:\/\/aws\.internal$/],
    ["ACM", /^https:\/\/api\.example\.com$/],
    ["plain HTTP", /^http:\/\/\$\{aws_globalaccelerator_accelerator\.[\w]+\.dns_name\}$/],
  ])("with %s tells users a URL whose name is proven, and AWS' own name", (way, url) => {
    const outputs = ways[way].workspaces["aws-global-lb"]?.output;
    expect(outputs?.["url"]?.value).toMatch(url);
    expect(outputs?.["address"]?.value).toMatch(/\.dns_name\}$/);
  });
});

describe("a domain in Route 53", () => {
  const { workspaces, dependencies } = ways.ACM;

  it("leads to the accelerator", () => {
    expect(only(workspaces["aws-global-lb"], "aws_route53_record")).toMatchObject({
      name: "api.example.com",
      type: "A",
      alias: { evaluate_target_health: false },
    });
  });

  it("is proven by one record, for a certificate in every region", () => {
    const dns = workspaces["aws-dns"];
    expect(resourcesOf(dns, "aws_acm_certificate").map(({ region }) => region)).toEqual([
      "eu-central-1",
      "eu-west-2",
    ]);
    expect(resourcesOf(dns, "aws_route53_record")).toHaveLength(1);
    expect(dependencies["aws-cluster-addons-west"]).toContain("aws-dns");
    expect(only(workspaces["aws-cluster-addons-west"], "aws_lb_listener")["certificate_arn"]).toBe(
      "${data.terraform_remote_state.aws-dns.outputs.west-certificate}",
    );
  });
});

describe("the API", () => {
  const { workspaces } = ways["the platform's CA"];
  const [, pod] = podsIn(objectsIn(workspaces["aws-api-deploy-west"]))[0] ?? [];

  it("comes from the registry of its own region", () => {
    const images = [...(pod?.initContainers ?? []), ...(pod?.containers ?? [])].map(({ image }) => image);
    expect(new Set(images)).toEqual(
      new Set(["000000000000.dkr.ecr.eu-west-2.amazonaws.com/meridian/api:0.1.0"]),
    );
    const env = pod?.containers[0]?.env;
    expect(env).toContainEqual({ name: "API_REGION", value: "west" });
    expect(env).toContainEqual({
      name: "API_IMAGE",
      value: "000000000000.dkr.ecr.eu-west-2.amazonaws.com/meridian/api:0.1.0",
    });
  });

  it("keeps its certificate in memory, so that no volume binds its pods to one zone", () => {
    expect(pod?.volumes).toContainEqual({
      name: "certificate",
      emptyDir: { medium: "Memory", sizeLimit: "1Mi" },
    });
    expect(resourcesOf(workspaces["aws-api-deploy-west"], "kubernetes_persistent_volume_claim_v1")).toEqual(
      [],
    );
  });

  it("proves the one name that all regions share", () => {
    const requests = resourcesOf(workspaces["aws-pki"], "tls_cert_request").map(
      ({ dns_names: names }) => names,
    );
    expect(requests).toEqual([["aws.internal"], ["aws.internal"]]);
  });

  it("may be drained: of two replicas one may be missing, and the autoscaler adds more", () => {
    const objects = objectsIn(workspaces["aws-api-deploy-west"]);
    expect(find(objects, "PodDisruptionBudget").spec).toMatchObject({ maxUnavailable: 1 });
    expect(find(objects, "HorizontalPodAutoscaler").spec).toMatchObject({ minReplicas: 2, maxReplicas: 6 });
  });
});
