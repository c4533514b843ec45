import { typedObject } from "../../../rehearsal/kubernetes/typed";

const secret = (values: object, more: object = {}) =>
  typedObject({
    workspace: "a",
    type: "kubernetes_secret_v1",
    address: "kubernetes_secret_v1.One",
    node: "kubernetes_secret_v1.One",
    values: { metadata: [{ name: "one", namespace: "api" }], ...values },
    place: {},
    dependencies: [],
    ...more,
  })?.body["data"];

it("a Secret has the keys that its state shows", () => {
  expect(secret({ data: { token: "1" }, data_wo_revision: null })).toEqual({ token: "1" });
});

it("of what is write-only the keys are known that the configuration has, whatever its state shows", () => {
  const state = { data: { "ca.crt": "", namespace: "", token: "" }, data_wo_revision: 7 };
  expect(secret(state, { hidden: { data_wo: ["password"] } })).toEqual({ password: null });
  expect(secret(state)).toBeUndefined();
});
