import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Policies } from "../../delivery/plan/policies";

const project = fs.mkdtempSync(path.join(os.tmpdir(), "policies-"));
afterAll(() => fs.rmSync(project, { recursive: true, force: true }));

const address = "azurerm_public_ip.Address";

/** What `terraform show -json` says of a plan. */
const planned = (after: object, unknown: object = {}, actions = ["create"]) =>
  JSON.stringify({
    resource_changes: [
      {
        address,
        mode: "managed",
        type: "azurerm_public_ip",
        change: {
          actions,
          after: {
            name: "a",
            location: "westeurope",
            sku: "Standard",
            allocation_method: "Static",
            ...after,
          },
          after_unknown: unknown,
        },
      },
    ],
  });

const judge =
  (plan: string, today = "2030-01-01") =>
  () =>
    Policies.of(project, today).refuseViolations("azure-network-eu", plan);

it("what the rehearsal's rules refuse blocks a plan, with rule and source", () => {
  expect(judge(planned({ allocation_method: "Sometimes" }))).toThrow(
    /^azurerm_public_ip\.Address: .*Sometimes.* \(rule azurerm_public_ip\/allocation_method, see https:/,
  );
});

it.each([
  ["good values", planned({})],
  ["a value that is not known yet", planned({ allocation_method: null }, { allocation_method: true })],
  ["something that is destroyed", planned({ allocation_method: "Sometimes" }, {}, ["delete"])],
])("%s block nothing", (_, plan) => {
  expect(judge(plan)).not.toThrow();
});

it("an exception accepts one, up to its last day", () => {
  const exception = [
    "exceptions:",
    "  - rule: azurerm_public_ip/allocation_method",
    "    workspace: azure-network-*",
    "    reason: the vendor takes the word since last week",
    "    until: 2030-01-31",
  ];
  fs.writeFileSync(path.join(project, "exceptions.yaml"), exception.join("\n"));
  const bad = planned({ allocation_method: "Sometimes" });
  expect(judge(bad, "2030-01-31")).not.toThrow();
  expect(judge(bad, "2030-02-01")).toThrow("azurerm_public_ip/allocation_method");
  fs.rmSync(path.join(project, "exceptions.yaml"));
});
