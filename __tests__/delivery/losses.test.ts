import { refuseLosses } from "../../delivery/apply/losses";

const lost = (address: string) => ({
  address,
  action: "replace" as const,
  attributes: ["name"],
  because: ["name"],
  loses: "its content",
});

const refuse = (...allowed: string[]) =>
  refuseLosses("demo-one", [lost("demo_disk.A"), lost("demo_disk.B")], allowed);

it("what is lost for good is refused, all of it at once, with how to allow it", () => {
  expect(() => refuse()).toThrow(
    "demo-one/demo_disk.A would be replaced, and with it goes its content; if that is meant: --allow-replace demo-one/demo_disk.A\ndemo-one/demo_disk.B",
  );
});

it.each(["demo-one/*", "*/demo_disk.*", "*"])("%s allows both", (pattern) => {
  expect(() => refuse(pattern)).not.toThrow();
});

it.each(["demo-one/demo_disk.A", "demo-two/*", "demo-one/demo_disk.B.*", "demo_disk.A"])(
  "%s does not allow the other",
  (pattern) => {
    expect(() => refuse(pattern)).toThrow("demo-one/demo_disk.B would be replaced");
  },
);
