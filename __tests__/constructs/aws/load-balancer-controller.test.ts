import { Testing } from "cdktf";
import { parse } from "yaml";
import { LoadBalancerController } from "../../../constructs/aws/load-balancer-controller";

const synthesized = JSON.parse(
  Testing.synthScope((scope) => {
    new LoadBalancerController(scope, "Controller", {
      account: { accountId: "000000000000", environment: "aws" },
      region: "eu-west-2",
      cluster: "aws-west",
      vpcId: "vpc-1",
      chartMirror: "oci://registry.example.com/charts",
    });
  }),
);
const [release] = Object.values<Record<string, unknown>>(synthesized.resource.helm_release);
const values = parse(((release?.["values"] ?? []) as string[])[0] ?? "");

describe("the load balancer controller", () => {
  it("is told its region and network, since pods do not reach the metadata service", () => {
    expect(values).toMatchObject({ clusterName: "aws-west", region: "eu-west-2", vpcId: "vpc-1" });
  });

  it("makes no load balancers: not for Services, Ingresses or Gateways", () => {
    expect(values).toMatchObject({
      createIngressClassResource: false,
      enableServiceMutatorWebhook: false,
      controllerConfig: {
        featureGates: { EnableServiceController: false, NLBGatewayAPI: false, ALBGatewayAPI: false },
      },
    });
  });

  it("starts with its role: the association comes before it, and the policies before that", () => {
    const [association] = Object.values<{ depends_on: string[] }>(
      synthesized.resource.aws_eks_pod_identity_association,
    );
    expect(release?.["depends_on"]).toEqual([
      expect.stringMatching(/^aws_eks_pod_identity_association\.Controller_Association/),
    ]);
    expect(association?.depends_on).toEqual([expect.stringMatching(/^aws_iam_role_policy\./)]);
  });

  it("comes from the mirror that the environment names, at an exact version", () => {
    expect(release).toMatchObject({
      repository: "oci://registry.example.com/charts",
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    });
  });
});
