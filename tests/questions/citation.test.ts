import { test } from "@jest/globals";
import { useService } from "../support/service.ts";
const { ask } = useService();
test("look", async () => {
  const ids = ["meeting:trip-4191","source:historian-travels","source:factbook","source:cnn-us-mexico-migration-talks","source:reuters-photograph-2023-12-27","source:entente-editors","source:iso-3166-1","country:mx","official:blinken-antony-j","source:pocom-country-chiefs","source:historian-presidents","source:border-encounters-southwest","meeting:mexico-city-2023-12-27"];
  for (const style of ["CHICAGO_NOTE","CHICAGO_BIBLIOGRAPHY","CHICAGO_AUTHOR_DATE","APA","MLA"]) {
    const t = Date.now();
    const { data, errors, statements } = await ask(`{ ${ids.map((id, i) => `a${i}: citation(id: "${id}", style: ${style}) { text html source { id } claim { id locator } }`).join(" ")} }`);
    console.log(style, Date.now() - t, statements, errors, Object.values(data ?? {}).map((e: any) => e?.html).join("\n"));
  }
  const { data, errors, statements } = await ask(`{ flows(first: 3) { nodes { claims(first: 3) { nodes { predicate citation { text } } } } } tenures(first: 30) { nodes { id claims(first: 1) { nodes { citation { text } } } } } }`);
  console.log(statements, errors, JSON.stringify(data, null, 1).slice(0, 9000));
});
