import { differences, exactChanges, type ShownPlan, withoutInvented } from "../../delivery/plan/exact";

const change = (after: object, unknown: object = {}, before: object | null = { size: "a" }) => ({
  address: "demo_thing.Thing",
  change: { actions: before ? ["update"] : ["create"], before, after, after_unknown: unknown },
});

const planned = (...resource_changes: NonNullable<ShownPlan["resource_changes"]>) =>
  exactChanges({ resource_changes });

it("holds what is done, and nothing that stays as it is", () => {
  const nothing = { address: "demo_thing.Other", change: { ...change({}).change, actions: ["no-op"] } };
  const moved = { ...nothing, address: "demo_thing.New", previous_address: "demo_thing.Old" };
  expect(planned(nothing, moved, change({ size: "b" })).map(({ address }) => address)).toEqual([
    "demo_thing.New",
    "demo_thing.Thing",
  ]);
});

describe("a plan made anew", () => {
  const reviewed = planned(change({ size: "b", id: "x" }, { id: true }));

  it("is as reviewed where what was not known then is known now, also inside", () => {
    expect(differences(reviewed, planned(change({ size: "b", id: "1" })), false)).toEqual([]);
    const inside = planned(change({ tags: { a: 1 } }, { tags: { b: true } }));
    expect(differences(inside, planned(change({ tags: { a: 1, b: 2 } })), false)).toEqual([]);
    expect(differences(inside, planned(change({ tags: { a: 2, b: 2 } })), false)).toHaveLength(1);
  });

  it("is as reviewed where a part of it is done already", () => {
    expect(differences(reviewed, [], false)).toEqual([]);
  });

  it.each([
    ["another value", planned(change({ size: "c" })), "demo_thing.Thing: size is not as reviewed"],
    [
      "another action",
      planned(change({ size: "b" }, {}, null)),
      "demo_thing.Thing: create; reviewed was update",
    ],
    [
      "another resource",
      planned({ ...change({ size: "b" }), address: "demo_thing.Other" }),
      "demo_thing.Other: update, which was not reviewed",
    ],
    [
      "a value not known any longer",
      planned(change({}, { size: true })),
      "demo_thing.Thing: size is not as reviewed",
    ],
  ])("is refused for %s, without telling values", (_, now, says) => {
    expect(differences(reviewed, now, false)).toEqual([says]);
  });
});

describe("a plan that was previewed", () => {
  it("may have what was made up, and defaults that only the real provider fills in", () => {
    const preview = withoutInvented(planned(change({ host: "a 192.0.2.7 b", size: "b" }, {}, null)), [
      "192.0.2.7",
    ]);
    expect(
      differences(preview, planned(change({ host: "198.51.100.1", size: "b", zone: "1" }, {}, null)), true),
    ).toEqual([]);
  });

  it("is refused for a known value, and for an argument that the preview did not change", () => {
    const preview = planned(change({ host: "h", size: "b" }, {}, { host: "h", size: "a" }));
    const now = planned(change({ host: "other", size: "b" }, {}, { host: "h", size: "a" }));
    expect(differences(preview, now, true)).toEqual(["demo_thing.Thing: host is not as reviewed"]);
    const other = planned(change({ host: "h", size: "c" }, {}, { host: "h", size: "a" }));
    expect(differences(preview, other, true)).toEqual(["demo_thing.Thing: size is not as reviewed"]);
  });
});
