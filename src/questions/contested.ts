/** Disputed facts: the value shown, the others, and why they aren't shown. */
import { Arg, Args, Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from "type-graphql";
import { Claim } from "../entities/Claim.ts";
import { Entity } from "../entities/Entity.ts";
import { Source } from "../entities/Source.ts";
import type { Context, Graph } from "../graph/graph.ts";
import { FieldName } from "../graph/model/fieldName.ts";
import { typeOf } from "../graph/model/model.ts";
import { Page, readPage, type PageArguments, type Position } from "../graph/page.ts";
import { RangeArguments, plainConnectionOf } from "../graph/connection.ts";
import { query } from "../graph/queries.ts";
import { counting } from "../graph/listQueries.ts";
import { EntityKind, typeOfWord } from "./entityKind.ts";
import { idOfKey, keyInputOf, type Key } from "./keys.ts";
import { LeadsTo } from "./leadsTo.ts";
import { listed } from "./within.ts";

const sourceKey = keyInputOf(typeOf(Source));

const mostSources = 2;

@ObjectType({ simpleResolvers: true, description: "One of several values that sources give for a field." })
class ContestedValue {
  @Field(() => String, {
    nullable: true,
    description: "The value. Null if the claims give no value, or an unnamed one.",
  })
  value!: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Why the field doesn't show it, by the rules of ranking. Null for the value shown.",
  })
  reason!: string | null;
  @LeadsTo("claims", () => [Claim], "The claims that give it.")
  readonly claimIds!: string[];
}

@ObjectType({ simpleResolvers: true, description: "A field of an entity on which sources disagree." })
class ContestedFact {
  @Field(() => FieldName, { description: "The field." })
  predicate!: string;
  @LeadsTo("subject", () => Entity, "The entity.")
  readonly subjectId!: string;
}

@Resolver(() => ContestedFact)
export class ContestedFactFields {
  @FieldResolver(() => ContestedValue, { description: "The value that the field shows." })
  async shown(@Root() fact: ContestedFact, @Ctx() { graph }: Context): Promise<ContestedValue> {
    return (await valuesOf(graph, fact))[0]!;
  }

  @FieldResolver(() => [ContestedValue], { description: "The other values, incompatible with the one shown." })
  async others(@Root() fact: ContestedFact, @Ctx() { graph }: Context): Promise<ContestedValue[]> {
    return (await valuesOf(graph, fact)).slice(1);
  }
}

const ContestedFactConnection = plainConnectionOf(ContestedFact, "ContestedFact", {
  item: "The fact.",
  page: "A page of facts on which sources disagree, sorted by field.",
  total: "The total number of facts.",
});

/** The shown claim of a fact, and what identifies the fact. */
type Found = ContestedFact & { id: string };

@Resolver()
export class ContestedQuestion {
  @Query(() => ContestedFactConnection, {
    description: "Facts on which sources disagree, each with its values side by side, the shown value first.",
  })
  async contested(
    @Arg("kinds", () => [EntityKind], { nullable: true, description: "Only facts of these kinds of entity." })
    kinds: string[] | undefined,
    @Arg("predicates", () => [FieldName], { nullable: true, description: "Only these fields." })
    predicates: string[] | undefined,
    @Arg("sources", () => [sourceKey], {
      nullable: true,
      description: `Only facts on which each of these sources, at most ${mostSources}, gives a value.`,
    })
    sources: Key[] | null | undefined,
    @Args(() => RangeArguments) args: PageArguments,
    @Ctx() { graph }: Context,
  ) {
    const sourceIds = idsOfSources(sources);
    const page = readPage("Query.contested", { ...args, kinds, predicates, sources } as PageArguments);
    const choice = {
      kinds: kinds?.map((word) => typeOfWord(word).kind) ?? null,
      predicates: predicates ?? null,
      sources: sourceIds,
    };
    const parameters = { ...choice, ...boundOf("after", page.after), ...boundOf("before", page.before) };
    const rows = (await graph.read(
      `${query("contested/contestedFacts")}\n${query(page.backward ? "contested/factsPageBackward" : "contested/factsPage")}`,
      { ...parameters, limit: page.limit + 1 },
    )) as [string, string, string, string][];
    const found = rows.map(([sortKey, claimId, predicate, subjectId]) => ({
      position: [sortKey, `${claimId} ${predicate}`, ""] as Position,
      node: { id: claimId, predicate, subjectId } as Found,
    }));
    const all = { ...choice, ...boundOf("after", undefined), ...boundOf("before", undefined) };
    const total = async (): Promise<number> =>
      (await graph.read(counting(query("contested/contestedFacts")), all))[0]![0] as number;
    return new Page(page, found, total);
  }
}

function idsOfSources(keys: readonly Key[] | null | undefined): string[] {
  return listed('Query.contested: "sources"', keys, mostSources).map((key) => idOfKey(typeOf(Source), key));
}

const ends = { after: ["", ""], before: ["\uffff", "\uffff"] } as const;

function boundOf(name: "after" | "before", position: Position | undefined): Record<string, unknown> {
  const [key, tie] = position ?? ends[name];
  const [id, predicate = ""] = tie.split(" ");
  return { [`${name}Key`]: key, [`${name}Id`]: id, [`${name}Predicate`]: predicate };
}

interface DisputeSide {
  id: string;
  value: string | null;
  reason: string | null;
}

/** The values of a fact, the one shown first; one query for all facts of a list. */
function valuesOf(graph: Graph, fact: ContestedFact): Promise<ContestedValue[]> {
  const { id, subjectId, predicate } = fact as Found;
  const key = JSON.stringify([subjectId, predicate, id]);
  return graph.batched("valuesOfContested", key, async (keys) => {
    const facts = keys.map((each) => JSON.parse(each) as [string, string, string]);
    const sides = new Map<string, DisputeSide[]>();
    for (const row of await graph.read(query("contested/claimsOfFacts"), { facts })) {
      const [subject, name, claimId, said, valueKind, value, reason] = row as string[];
      const of = `${subject} ${name}`;
      const side = { id: claimId!, value: readValue(said!, name!, valueKind!, value ?? null), reason: reason ?? null };
      sides.set(of, [...(sides.get(of) ?? []), side]);
    }
    return facts.map(([subject, name, shown]) => grouped(sides.get(`${subject} ${name}`)!, shown));
  });
}

function readValue(said: string, name: string, valueKind: string, value: string | null): string | null {
  if (valueKind !== "VALUE" || value === null) return null;
  return said === name ? value : String((JSON.parse(value) as Record<string, unknown>)[name]);
}

function grouped(sides: DisputeSide[], shown: string): ContestedValue[] {
  const best = sides.find(({ id }) => id === shown)!.value;
  const values = new Map<string | null, DisputeSide[]>([[best, []]]);
  for (const side of sides) values.set(side.value, [...(values.get(side.value) ?? []), side]);
  return [...values].map(([value, group]) => ({
    value,
    reason: value === best ? null : (group.find(({ reason }) => reason !== null)?.reason ?? null),
    claimIds: group.map(({ id }) => id),
  }));
}
