import type { EnvironmentInput } from "../../../config/schema/environment";
import { environment, synthesizeToMemory } from "../../support/synth";

const everywhere = (input: EnvironmentInput): void => {
  input.dns = { kind: "cloudflare", zoneId: "0".repeat(32), manageZone: true };
  input.state = {
    kind: "azurerm",
    location: "northeurope",
    resourceGroup: "meridian-state",
    storageAccount: "meridianstate",
  };
};

const { workspaces } = synthesizeToMemory([environment("azure", everywhere)]);

/** Without the script, which has tests of its own. */
const readable = (id: string): unknown =>
  JSON.parse(
    JSON.stringify(workspaces[id], (key, value) => (key === "protected_settings" ? "(the script)" : value)),
  );

it.each(["azure-network-us", "azure-k3s-node-us", "azure-dns", "state-azure"])("%s", (id) => {
  expect(readable(id)).toMatchSnapshot();
});
