import "../../support/matchers";
import { NetworkSecurityRule } from "@cdktf/provider-azurerm/lib/network-security-rule";
import { Testing } from "cdktf";
import { Admission, type AdmissionProps } from "../../../constructs/azure/admission";

const synth = (props: Partial<AdmissionProps> = {}): string =>
  Testing.synthScope((scope) => {
    new Admission(scope, "Admission", {
      name: "balancer-https",
      securityGroup: "azure-eu",
      resourceGroup: "azure-eu",
      port: 443,
      from: ["203.0.113.7"],
      reason: "The balancer calls",
      ...props,
    });
  });

it("opens one TCP port to the given addresses", () => {
  expect(synth()).toHaveResourceWithProperties(NetworkSecurityRule, {
    access: "Allow",
    direction: "Inbound",
    protocol: "Tcp",
    source_address_prefixes: ["203.0.113.7"],
    destination_port_range: "443",
    description: "The balancer calls",
  });
});

it("names everybody by Azure's tag, which a list of prefixes must not hold", () => {
  const rule = synth({ from: "Internet" });
  expect(rule).toHaveResourceWithProperties(NetworkSecurityRule, { source_address_prefix: "Internet" });
  expect(rule).not.toContain("source_address_prefixes");
});

it.each(["", "  ", "x".repeat(141)])("fails on a reason that Azure or a reader cannot use (%#)", (reason) => {
  expect(() => synth({ reason })).toThrow(/Admission: 'reason' must have 1 to 140 characters, got \d+/);
});
