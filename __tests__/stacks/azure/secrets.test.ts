import type { EnvironmentInput } from "../../../config/schema/environment";
import { environment, synthesizeToMemory } from "../../support/synth";

/** Expressions whose value is secret: private keys, variables of the user. */
const SECRET = /private_key_pem|-key\b|client_key|var\.cloudflare/;

/** Where secret expressions stand in a workspace: block, type and argument. */
function placesOf(value: unknown, path: readonly string[] = []): readonly string[] {
  if (typeof value === "string") return SECRET.test(value) ? [path.join(".")] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => placesOf(child, [...path, key]));
}

/** `resource.<type>.<name>.<argument>` without the name. */
const withoutName = (place: string): string => place.replace(/^(resource\.[^.]+)\.[^.]+/, "$1");

const variants: readonly (readonly [string, (input: EnvironmentInput) => void])[] = [
  ["the platform's CA", () => {}],
  [
    "Let's Encrypt",
    (input) => {
      input.certificates = { kind: "letsencrypt", email: "a@example.com" };
    },
  ],
];

describe.each(variants)("with certificates of %s, secrets", (_, change) => {
  const { workspaces, files } = synthesizeToMemory([environment("azure", change)]);
  const places = Object.values(workspaces).flatMap(({ variable: _variable, output: _output, ...rest }) =>
    placesOf(rest),
  );

  it("go to the tls and cloudflare providers, encrypted settings and Kubernetes Secrets, and nowhere else", () => {
    const allowed = [
      /^resource\.tls_\w+\.(private_key_pem|ca_private_key_pem)$/,
      /^resource\.azurerm_virtual_machine_extension\.protected_settings$/,
      /^resource\.cloudflare_authenticated_origin_pulls_certificate\.private_key$/,
      /^resource\.kubernetes_secret_v1\.data(?:_wo)?\.(tls\.key|token)$/,
      /^provider\.(kubernetes|helm)\.0\.(kubernetes\.)?client_key$/,
      /^provider\.cloudflare\.0\.api_token$/,
    ];
    const elsewhere = places.map(withoutName).filter((place) => !allowed.some((form) => form.test(place)));
    expect(elsewhere).toEqual([]);
    expect(places.length).toBeGreaterThan(20);
  });

  it("leave a workspace only through outputs that are marked", () => {
    for (const [id, { output = {} }] of Object.entries(workspaces)) {
      for (const [name, { value, sensitive }] of Object.entries(output)) {
        if (!SECRET.test(String(value)) && !/-key$/.test(name)) continue;
        expect({ id, name, sensitive }).toEqual({ id, name, sensitive: true });
      }
    }
  });

  it("are known to nobody at synthesis", () => {
    for (const [file, text] of Object.entries(files))
      expect({ file, key: /-----BEGIN (?:EC |RSA )?PRIVATE KEY-----/.test(text) }).toEqual({
        file,
        key: false,
      });
  });
});
