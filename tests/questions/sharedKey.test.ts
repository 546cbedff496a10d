/** A key that two entities have leads to neither in silence. */
import { expect, test } from "@jest/globals";
import { load, putBundle } from "../support/bundles.ts";
import { useOwnService } from "../support/ownService.ts";

const { door, folder, service } = useOwnService();

test("is refused with the ids of both; the key of one leads to it", async () => {
  const give = (name: string, official: Record<string, unknown>): Promise<unknown> =>
    load(
      door(),
      putBundle(
        folder(),
        name,
        { Source: [{ id: `source:${name}`, name, kind: "DATA_SET" }], Official: [official] },
        { source: `source:${name}`, at: "1" },
      ),
    );
  const slugs = ["example-ada", "president-example"];
  await give("presidents", { id: "official:first", name: "Ada Example", birth: "1857", historianSlugs: slugs });
  await give("envoys", {
    id: "official:second",
    name: "Ada Example III",
    birth: "1915",
    historianSlugs: ["example-ada"],
  });
  const ask = (slug: string) => service().ask(`{ official(by: { historianSlug: "${slug}" }) { id } }`);
  const { data, errors } = await ask("example-ada");
  expect(data).toEqual({ official: null });
  expect(errors![0]).toMatchObject({
    message: expect.stringContaining("official:first, official:second"),
    extensions: { code: "BAD_USER_INPUT" },
  });
  expect((await ask("president-example")).data).toEqual({ official: { id: "official:first" } });
});
