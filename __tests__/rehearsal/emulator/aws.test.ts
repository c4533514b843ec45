import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { rehearse } from "../../../rehearsal/rehearse";
import { PROJECT } from "../fixtures/command";
import { writeSynthesized } from "../fixtures/demo";

jest.setTimeout(60_000); // Terraform runs, maybe on a busy machine

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "filled-blocks-"));
afterAll(() => fs.rmSync(temporary, { recursive: true, force: true }));

it("a block that the provider fills in can be read, and stays as it is", async () => {
  const cluster = {
    name: "demo",
    role_arn: "arn:aws:iam::123456789012:role/demo",
    vpc_config: [
      {
        subnet_ids: ["subnet-0123456789abcdef0"],
        endpoint_public_access: false,
        endpoint_private_access: true,
      },
    ],
  };
  const folder = writeSynthesized(path.join(temporary, "cdktf.out"), {
    "demo-one": {
      terraform: {
        required_providers: { aws: { source: "hashicorp/aws" } },
        backend: { local: { path: "../../../state/demo-one.tfstate" } },
      },
      provider: { aws: [{ region: "eu-central-1" }] },
      resource: { aws_eks_cluster: { it: cluster } },
      output: { range: { value: "${aws_eks_cluster.it.kubernetes_network_config[0].service_ipv4_cidr}" } },
    },
  });
  const [workspace] = (await rehearse({ folder, environments: [], project: PROJECT })).workspaces;
  const said = workspace?.findings.map(({ step, rule }) => [step, rule]);
  expect([said, workspace?.drift, workspace?.published]).toEqual([[], [], ["range"]]);
});

it("every configuration of a provider answers for itself", async () => {
  const at = (region: string) => `\${data.aws_region.${region}.region}`;
  const folder = writeSynthesized(path.join(temporary, "regions/cdktf.out"), {
    "demo-one": {
      terraform: {
        required_providers: { aws: { source: "hashicorp/aws" } },
        backend: { local: { path: "../../../state/demo-one.tfstate" } },
      },
      provider: { aws: [{ region: "eu-central-1" }, { region: "us-west-2", alias: "west" }] },
      data: { aws_region: { central: {}, west: { provider: "aws.west" } } },
      output: { central: { value: at("central") }, west: { value: at("west") } },
    },
  });
  const work = path.join(temporary, "regions/work");
  const report = await rehearse({ folder, environments: [], project: PROJECT, work, destroy: false });
  expect(report.workspaces).toMatchObject([{ findings: [] }]);
  const { outputs } = JSON.parse(fs.readFileSync(path.join(work, "state/demo-one.tfstate"), "utf8"));
  expect([outputs.central.value, outputs.west.value]).toEqual(["eu-central-1", "us-west-2"]);
});
