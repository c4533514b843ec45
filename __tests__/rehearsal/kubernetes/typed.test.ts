import { typedObject } from "../../../rehearsal/kubernetes/typed";

const secret = (values: object) =>
  typedObject({
    workspace: "a",
    type: "kubernetes_secret_v1",
    address: "kubernetes_secret_v1.One",
    node: "kubernetes_secret_v1.One",
    values: { metadata: [{ name: "one", namespace: "api" }], ...values },
    place: {},
    dependencies: [],
  })?.body["data"];

it("a Secret has the keys that its state shows", () => {
  expect(secret({ data: { token: "1" }, data_wo_revision: null })).toEqual({ token: "1" });
});

it("the keys of what is write-only are not known", () => {
  expect(secret({ data: { "ca.crt": "", namespace: "", token: "" }, data_wo_revision: 7 })).toBeUndefined();
});
