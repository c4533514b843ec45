import { k3sProblems } from "../kubernetes/k3s-config";
import type { Estate } from "../world/estate";
import type { Judged } from "../world/finding";
import { text, texts, type WorldObject } from "../world/object";
import { addressesOf, k3sConfigs } from "./k3s";

const CONFIG = "https://docs.k3s.io/installation/configuration#configuration-file";
const SAN = "https://docs.k3s.io/cli/server#listeners";

/** What machines are told to run, as far as it can be read: K3s, by its own configuration. */
export function nodeFindings(estate: Estate): Judged[] {
  return estate.ofType("azurerm_linux_virtual_machine").flatMap((machine) => {
    const extension = estate
      .ofType("azurerm_virtual_machine_extension")
      .find(({ values }) => text(values, "virtual_machine_id") === text(machine.values, "id"));
    if (!extension) return [];
    const addresses = addressesOf(machine, estate);
    const say = (says: string, source: string): Judged => ({
      workspace: extension.workspace,
      address: extension.address,
      says,
      source,
    });
    return k3sConfigs(machine, estate).flatMap((config) => {
      const names = texts(config, "tls-san");
      const own = [...texts(config, "node-ip"), ...texts(config, "node-external-ip")];
      return [
        ...k3sProblems(config).map((problem) => say(problem, CONFIG)),
        ...own
          .filter((address) => !addresses.includes(address))
          .map((address) =>
            say(
              `K3s' configuration: ${address} is not an address of the machine, ${addresses.join(", ")}`,
              CONFIG,
            ),
          ),
        ...callers(machine, estate)
          .filter((host) => names.length > 0 && !names.includes(host))
          .map((host) => say(`K3s' configuration: tls-san lacks ${host}, at which the API is called`, SAN)),
      ];
    });
  });
}

/** Addresses of the machine at which providers call its API. */
function callers(machine: WorldObject, estate: Estate): string[] {
  const hosts = estate.objects.flatMap(
    ({ place }) => /^https:\/\/([^:/]+)/.exec(place["cluster"] ?? "")?.[1] ?? [],
  );
  return [...new Set(hosts)].filter((host) => addressesOf(machine, estate).includes(host));
}
