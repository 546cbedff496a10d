/** A plan is made once for all callers, and again after the database comes back. */
import { expect, test } from "@jest/globals";
import { Plans } from "../../../src/graph/database/plans.ts";

/** Plans that the test completes. */
function plans() {
  const begun: { text: string; end: () => void; fail: (error: Error) => void }[] = [];
  const made = new Plans((text) => new Promise<void>((end, fail) => begun.push({ text, end, fail })));
  return { made, begun };
}

test("those who ask while it is made wait for the same; later ones don't wait", async () => {
  const { made, begun } = plans();
  const first = made.make("RETURN $a", { a: 1 });
  expect(made.make("RETURN $a", { a: 2 })).toBe(first);
  begun[0]!.end();
  await first;
  expect(made.make("RETURN $a", { a: 3 })).toBeNull();
  expect(begun).toHaveLength(1);
});

test("each kind of parameter has a plan of its own, each value and length has not", async () => {
  const { made, begun } = plans();
  for (const a of ["x", "longer", null, ["x"], ["x", "y"], 1]) void made.make("RETURN $a", { a });
  expect(begun).toHaveLength(4);
});

test("one that failed is tried again", async () => {
  const { made, begun } = plans();
  const first = made.make("RETURN 1", {});
  begun[0]!.fail(new Error("no"));
  await expect(first).rejects.toThrow("no");
  expect(made.make("RETURN 1", {})).not.toBeNull();
});

test("none outlives the database, nor one that was being made when it was lost", async () => {
  const { made, begun } = plans();
  const before = made.make("RETURN 1", {});
  made.forget();
  const after = made.make("RETURN 1", {});
  expect(after).not.toBe(before);
  begun[0]!.end();
  await before;
  expect(made.make("RETURN 1", {})).toBe(after);
});

test("as many are known as Neo4j keeps", () => {
  const { made, begun } = plans();
  for (let index = 0; index <= 1000; index += 1) void made.make(`RETURN ${index}`, {});
  void made.make("RETURN 1000", {});
  expect(begun).toHaveLength(1001);
  void made.make("RETURN 0", {});
  expect(begun).toHaveLength(1002);
});
