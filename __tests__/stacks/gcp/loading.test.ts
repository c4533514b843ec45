import { environment, synthesizeToMemory } from "../../support/synth";

// Google's bindings are the largest of all. A factory that fails shows who asks for them.
jest.mock("../../../stacks/gcp/infrastructure", () => {
  throw new Error("Google's bindings are loaded");
});

it("Google's bindings are loaded for gcp, and by no other environment", () => {
  const others = (["local", "azure", "aws", "vultr"] as const).map((name) => environment(name));
  expect(Object.keys(synthesizeToMemory(others).workspaces)).toContain("aws-eks-west");
  expect(() => synthesizeToMemory([environment("gcp")])).toThrow("Google's bindings are loaded");
});
