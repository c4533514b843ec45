import { Testing } from "cdktf";
import {
  SECRET_VERSIONS,
  type SecretVersions,
  variableSecret,
} from "../../../constructs/kubernetes/variable-secret";
import { secretVariable } from "../../../constructs/secret-variable";

/** The Secret of a token, as Terraform reads it. */
function secret(beside: Readonly<Record<string, string>>, versions?: SecretVersions, key = "token") {
  const app = Testing.app();
  if (versions !== undefined) app.node.setContext(SECRET_VERSIONS, versions);
  const text = Testing.synthScope((scope) => {
    if (versions !== undefined) scope.node.setContext(SECRET_VERSIONS, versions);
    const token = secretVariable(scope, "api_token", "A token");
    variableSecret(scope, "It", { metadata: { name: "it" }, data: { ...beside, [key]: token } });
  });
  const { resource } = JSON.parse(text);
  return Object.values(resource.kubernetes_secret_v1)[0] as { data_wo_revision: number };
}

it("a value of a variable is written, and kept in no state", () => {
  expect(secret({ user: "me" })).toEqual({
    metadata: { name: "it" },
    data_wo: { user: "me", token: "${var.api_token}" },
    data_wo_revision: expect.any(Number),
  });
});

it("is written again exactly when its version, its key, or what stands beside it is another one", () => {
  const { data_wo_revision: revision } = secret({ user: "me" });
  expect(Number.isInteger(revision) && revision >= 1 && revision < 2 ** 31).toBe(true);
  for (const same of [
    secret({ user: "me" }),
    secret({ user: "me" }, { api_token: 1 }),
    secret({ user: "me" }, { other: 2 }),
  ]) {
    expect(same.data_wo_revision).toBe(revision);
  }
  const others = [
    secret({ user: "me" }, { api_token: 2 }),
    secret({ user: "me" }, { api_token: 3 }),
    secret({ user: "you" }),
    secret({ user: "me" }, undefined, "password"),
  ].map((other) => other.data_wo_revision);
  expect(new Set([revision, ...others]).size).toBe(5);
});
