import { parse } from "yaml";
import { decodings } from "../canaries";
import { type BuiltIn, k3s } from "../kubernetes/built-in";
import type { Estate } from "../world/estate";
import { isObject, type Json, text, texts, type WorldObject } from "../world/object";
import { cardsOf } from "./machines";

/** A K3s cluster whose API answers at a machine's address. */
export function k3sOnMachine(estate: Estate, key: string): BuiltIn | undefined {
  const host = /^https:\/\/([^:/]+)/.exec(key)?.[1];
  for (const machine of estate.ofType("azurerm_linux_virtual_machine")) {
    const addresses = addressesOf(machine, estate);
    if (!host || !addresses.includes(host)) continue;
    const [config] = k3sConfigs(machine, estate);
    return k3s(addresses, texts(config, "disable"));
  }
  return undefined;
}

/** Public and private addresses of a machine. */
export function addressesOf(machine: WorldObject, estate: Estate): string[] {
  return cardsOf(machine, estate).flatMap((card) => {
    const [address] = estate.withId(text(card.values, "ip_configuration.public_ip_address_id"));
    return [
      text(address?.values, "ip_address"),
      text(card.values, "ip_configuration.private_ip_address"),
    ].filter((each) => each !== "");
  });
}

/** K3s' own configuration files in the scripts that a machine runs. https://docs.k3s.io/installation/configuration#configuration-file */
export function k3sConfigs(machine: WorldObject, estate: Estate): Json[] {
  return estate
    .ofType("azurerm_virtual_machine_extension")
    .filter(({ values }) => text(values, "virtual_machine_id") === text(machine.values, "id"))
    .flatMap(({ values }) => decodings(text(values, "protected_settings"), 4))
    .filter((decoded) => /^tls-san:/m.test(decoded))
    .flatMap((decoded) => {
      try {
        const config = parse(decoded) as Json;
        return isObject(config) ? [config] : [];
      } catch {
        return []; // a script that has the words in it
      }
    });
}
