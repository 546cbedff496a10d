/** GraphQL over HTTP: the audits of graphql-http against the running server, and cases they don't cover. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { serverAudits } from "graphql-http";
import { startService, type Service } from "../support/service.ts";

/**
 * What the specification allows and this server refuses: a GET without a header that a page of another origin can't
 * send without permission. With such a header each is answered, as tested below.
 */
const refused: Record<string, string> = {
  "5A70": "a GET whose only content type is that of a form",
  D6D5: "a GET with variables and no header of its own",
  "6A70": "a GET with variables and no header of its own",
};

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const url = (): string => `${service.url}/graphql`;
const audits = serverAudits({ url });

describe("the audits", () => {
  test("are those of the specification, MUST, SHOULD and MAY", () => {
    for (const word of ["MUST", "SHOULD", "MAY"])
      expect(audits.filter(({ name }) => name.startsWith(word)).length).toBeGreaterThan(5);
    expect(audits.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(refused)));
  });

  test.each(audits.map(({ id, name }) => [id, name]))("%s %s", async (id) => {
    const result = await audits.find((audit) => audit.id === id)!.fn();
    const reason = result.status === "ok" ? "" : result.reason;
    if (id in refused) expect([result.status, reason]).toEqual(["notice", expect.stringContaining("not 200")]);
    else expect([result.status, reason]).toEqual(["ok", ""]);
  });

  test("what is refused is refused for the missing header alone", async () => {
    const query = "query ($kind: String!) { __type(name: $kind) { name } }";
    const search = new URLSearchParams({ query, variables: '{"kind":"Meeting"}' }).toString();
    for (const accept of ["application/json", "application/graphql-response+json"]) {
      const bare = await fetch(`${url()}?${search}`, { headers: { accept } });
      expect([bare.status, await bare.text()]).toEqual([400, expect.stringContaining("CSRF")]);
      const headed = await fetch(`${url()}?${search}`, { headers: { accept, "apollo-require-preflight": "true" } });
      expect([headed.status, await headed.json()]).toEqual([
        200,
        expect.objectContaining({ data: { __type: { name: "Meeting" } } }),
      ]);
    }
  });
});

describe("status and media type", () => {
  const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(url(), { method: "POST", headers: { "content-type": "application/json", ...headers }, body });
  const ask = (query: string, accept?: string): Promise<Response> =>
    post(JSON.stringify({ query }), accept === undefined ? {} : { accept });
  const wrong = "{ nothing }";

  test.each([
    [undefined, "application/json", 200],
    ["*/*", "application/json", 200],
    ["application/json", "application/json", 200],
    ["application/graphql-response+json", "application/graphql-response+json", 400],
    ["application/graphql-response+json, application/json;q=0.9", "application/graphql-response+json", 400],
  ])("accepting %s, a query that asks what isn't there has %s and %i", async (accept, type, status) => {
    const response = await ask(wrong, accept);
    expect([response.headers.get("content-type"), response.status]).toEqual([`${type}; charset=utf-8`, status]);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }] });
  });

  test("a client that takes neither type is told so", async () => {
    const response = await ask("{ __typename }", "text/html");
    expect([response.status, await response.json()]).toEqual([406, told("BAD_REQUEST")]);
  });

  test.each(["PUT", "PATCH", "DELETE"])("%s is not a way to ask, and the answer says which are", async (method) => {
    const response = await fetch(url(), { method, headers: { "content-type": "application/json" }, body: "{}" });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, POST"]);
    expect(await response.json()).toEqual(told("BAD_REQUEST"));
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "application/xml"])(
    "a body of %s is not read",
    async (type) => {
      const response = await post('{"query":"{ __typename }"}', { "content-type": type });
      expect([response.status, await response.json()]).toEqual([415, told("BAD_REQUEST")]);
    },
  );

  test.each([
    ["no JSON", "{"],
    ["an empty body", ""],
    ["a list", "[]"],
    ["no query", "{}"],
    ["variables that are a text", '{"query":"{ __typename }","variables":"a"}'],
  ])("%s is no request, whatever type is accepted", async (_, body) => {
    for (const accept of ["application/json", "application/graphql-response+json"]) {
      const response = await post(body, { accept });
      expect([response.status, await response.json()]).toEqual([400, told("BAD_REQUEST")]);
    }
  });
});

describe("an input with one of several keys", () => {
  const ask = (by: string) => service.ask(`{ country(by: ${by}) { id } }`);

  test.each([
    ["two keys", '{ isoAlpha2: "MX", slug: "mx" }'],
    ["no key", "{}"],
    ["null", "{ slug: null }"],
  ])("%s is refused before the graph is asked", async (_, by) => {
    const { errors, status, statements } = await ask(by);
    expect([status, errors?.[0]?.extensions.code]).toEqual([400, "GRAPHQL_VALIDATION_FAILED"]);
    expect(statements).toBe(0);
  });

  test("so it is in variables", async () => {
    const query = "query ($by: CountryKey!) { country(by: $by) { id } }";
    for (const by of [{ isoAlpha2: "MX", slug: "mx" }, {}, { slug: null }])
      expect((await service.ask(query, { by })).errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    expect((await service.ask(query, { by: { isoAlpha2: "MX" } })).data.country.id).toBe("country:mx");
  });

  test("the schema says so", async () => {
    const { data } = await service.ask('{ __type(name: "CountryKey") { isOneOf } }');
    expect(data.__type.isOneOf).toBe(true);
  });
});

function told(code: string): object {
  return { errors: [expect.objectContaining({ message: expect.any(String), extensions: { code } })] };
}
