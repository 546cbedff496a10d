/** Mistakes in a class are refused with class, field and remedy, before anything else. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { GraphQLObjectType, GraphQLSchema, GraphQLString } from "graphql";
import { Entity } from "../../../src/entities/Entity.ts";
import { entities } from "../../../src/entities/entities.ts";
import { prefixes } from "../../../src/export/vocabulary.ts";
import { asStartError, mistakesOf } from "../../../src/graph/model/checkModel.ts";
import { typesMadeFor } from "../../../src/graph/model/checkNames.ts";
import { StartError } from "../../../src/graph/database/StartError.ts";
import { Type, Property, enumeration } from "../../../src/graph/model/declare.ts";
import { EDTFDate } from "../../../src/graph/edtf.ts";
import type { EntityOptions, ModelClass } from "../../../src/graph/model/declarations.ts";
import { propertiesOf, typeOf } from "../../../src/graph/model/model.ts";
import { files } from "../../../src/graph/queries.ts";
import { Many, One } from "../../../src/graph/model/relations.ts";

const paths = [...files.keys()];
const vocabularies = Object.keys(prefixes);

/** The mistakes in the model with one more entity. */
const wrongWith = (added: ModelClass, all = paths): string[] => mistakesOf([...entities, added], all, vocabularies);

/** A treaty with one more option, or one more relation. */
function treaty(options: Partial<EntityOptions>, relation: Parameters<typeof One>[2] = {}, leadsTo = "Country") {
  @Type("A treaty.", { elsewhere: [], order: ["signed"], time: { until: "ended" }, ...options })
  class Treaty extends Entity {
    @Property(() => EDTFDate, "When it was signed.")
    declare signed: EDTFDate | null;

    @Property(() => EDTFDate, "When it ended.")
    declare ended: EDTFDate | null;

    @One("Meeting", "Where it was signed.", { edge: "SIGNED_AT", oneWay: true })
    declare signedAt: object | null;

    @One(leadsTo, "Who keeps it.", { edge: "KEPT_BY", oneWay: true, ...relation })
    declare keptBy: object | null;
  }
  return Treaty;
}

test("the model is sound, and that is known within a second of work", () => {
  const begun = process.cpuUsage();
  expect(mistakesOf(entities, paths, vocabularies)).toEqual([]);
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(1000);
});

test("a sound entity adds no mistake", () => {
  expect(wrongWith(treaty({}))).toEqual([]);
});

const inverse = (name: string, leadsTo: string): ModelClass =>
  treaty({}, { edge: undefined, oneWay: undefined, inverse: name }, leadsTo);

describe("a mistake is named with its remedy", () => {
  test.each<[string, () => ModelClass, string]>([
    [
      "a target that is misspelt",
      () => treaty({}, {}, "Contry"),
      'Treaty.keptBy: leads to "Contry", which is not in entities/entities.ts; did you mean "Country"? If not, add Contry to it.',
    ],
    [
      "an inverse that is misspelt",
      () => inverse("bordrs", "Country"),
      'Treaty.keptBy: inverse "bordrs", unknown to Country; did you mean "borders"?',
    ],
    [
      "an inverse that facts don't state",
      () => inverse("participations", "Country"),
      "Treaty.keptBy: its inverse Country.participations isn't stated by facts either. Give an edge to one of the two.",
    ],
    [
      "an inverse that leads to something else",
      () => inverse("host", "Meeting"),
      "Treaty.keptBy: its inverse Meeting.host leads to Country, not to Treaty. Declare it on Country, or let Meeting.host lead here.",
    ],
    [
      "an edge of another relation",
      () => treaty({}, { edge: "HELD_AT" }),
      'Treaty.keptBy: the edge "HELD_AT" is Meeting.place\'s already. Give it another.',
    ],
    [
      "an edge that isn't in capitals",
      () => treaty({}, { edge: "keptBy" }),
      'Treaty.keptBy: the edge "keptBy" must be in capitals, such as "KEPT_BY".',
    ],
    [
      "an edge of several words",
      () => treaty({}, { edge: "kept by" }),
      'Treaty.keptBy: the edge "kept by" must be in capitals, such as "KEPT_BY".',
    ],
    [
      "a target that is nothing like another",
      () => treaty({}, {}, "Xylophonist"),
      'Treaty.keptBy: leads to "Xylophonist", which is not in entities/entities.ts. Add Xylophonist to it.',
    ],
    [
      "a relation to one that is read back as one",
      () => {
        @Type("A pact.", { elsewhere: [] })
        class Pact extends Entity {
          @One("Pact", "What it follows.", { edge: "FOLLOWS_PACT" })
          declare follows: object | null;

          @One("Pact", "What follows it.", { inverse: "follows" })
          declare followedBy: object | null;
        }
        return Pact;
      },
      "Pact.followedBy: its inverse Pact.follows may lead from many to the same. Write @Many.",
    ],
    [
      "an entity of an unknown vocabulary",
      () => treaty({ elsewhere: ["schem:Action"] }),
      'Treaty: elsewhere "schem:Action" isn\'t a prefix that is known, a colon and a word; did you mean "schema:Action"?',
    ],
    [
      "a relation without a vocabulary",
      () => treaty({}, { elsewhere: "skosbroader" }),
      'Treaty.keptBy: elsewhere "skosbroader" isn\'t a prefix that is known, a colon and a word; the prefixes are ' +
        "entente, schema, prov, org, skos, xsd, edtf (src/export/vocabulary.ts).",
    ],
    [
      "a relation without its other side",
      () => treaty({}, { oneWay: undefined }),
      'Treaty.keptBy: Country can\'t read it from its side. Give Country a relation with inverse: "keptBy", or say oneWay: true here.',
    ],
    [
      "a relation that nothing tells how to reach",
      () => treaty({}, { edge: undefined, oneWay: undefined }),
      'Treaty.keptBy: nothing says how to find its items. Give it "edge", "foreignKey", "inverse" or "through", or write its pattern in cypher/relations/Treaty.keptBy.cypher.',
    ],
    [
      "a way through what isn't there",
      () => treaty({}, { edge: undefined, oneWay: undefined, through: ["signedat", "place"] }),
      'Treaty.keptBy: through "signedat", unknown to Treaty; did you mean "signedAt"?',
    ],
    [
      "an order that is misspelt",
      () => treaty({ order: ["name", "sined"], time: { from: "signed", until: "ended" } }),
      'Treaty: order "sined", unknown to Treaty; did you mean "signed"?',
    ],
    [
      "an order by what may be missing",
      () => treaty({ order: ["signedAt"] }),
      'Treaty: order "signedAt" is a relation, so it must stand alone and be required.',
    ],
    [
      "an end that is misspelt",
      () => treaty({ time: { until: "endet" } }),
      'Treaty: time.until "endet", unknown to Treaty; did you mean "ended"?',
    ],
    [
      "an interval that doesn't tell its end",
      () => treaty({ time: {} }),
      "Treaty: has dates but doesn't say when it ends, so asOf would show it forever after. " +
        'Say time: { until: "signed" or "ended" }, time: { isMoment: true } for what happened once, or time: { isTimeless: true } if no date says when it is in effect.',
    ],
    [
      "dates that tell nothing",
      () => treaty({ order: ["name"], time: {} }),
      "Treaty: has dates but doesn't say when it ends, so asOf would show it forever after. " +
        'Say time: { until: "signed" or "ended" }, time: { isMoment: true } for what happened once, or time: { isTimeless: true } if no date says when it is in effect.',
    ],
    [
      "an end without a beginning",
      () => treaty({ order: ["name"] }),
      "Treaty: time has no beginning. Name a date in time.from, or let order begin with one.",
    ],
    [
      "a moment without a beginning",
      () => treaty({ order: ["name"], time: { isMoment: true } }),
      "Treaty: time has no beginning. Name a date in time.from, or let order begin with one.",
    ],
    [
      "a moment with an end",
      () => treaty({ time: { until: "ended", isMoment: true } }),
      "Treaty: time says more than one of until, isMoment and isTimeless. Keep the right one.",
    ],
    [
      "words of a status that it hasn't",
      () => treaty({ time: { until: "ended", never: ["DRAFT"] } }),
      'Treaty: time.never has words of "status", an enumeration that Treaty lacks. Declare it.',
    ],
    [
      "fields together that are misspelt",
      () => treaty({ recordFields: ["name", "keptby"] }),
      'Treaty: recordFields "keptby", unknown to Treaty; did you mean "keptBy"?',
    ],
    [
      "ends that are misspelt",
      () => treaty({ joins: ["signedAt", "keptBi"] }),
      'Treaty: joins "keptBi", unknown to Treaty; did you mean "keptBy"?',
    ],
    [
      "a partial index of what isn't there",
      () => treaty({ partialIndexes: [{ name: "openKeptById", of: "keeper", without: ["end"] }] }),
      'Treaty: partialIndexes.of "keeper", unknown to Treaty; it has signedAt, keptBy.',
    ],
    [
      "a partial index under a name that is taken",
      () => treaty({ partialIndexes: [{ name: "keptById", of: "keptBy", without: ["ended"] }] }),
      'a partial index of Treaty: the property "keptById" is Treaty.keptBy\'s already. Give it another.',
    ],
    [
      "a plural that is taken",
      () => treaty({ plural: "countries" }),
      'Treaty: the question "countries" is Country\'s already. Give it another.',
    ],
  ])("%s", (_, declare, mistake) => {
    expect(wrongWith(declare())).toContain(mistake);
  });

  test("a property's words in vocabularies, once for all that inherit it", () => {
    @Type("A treaty.", { elsewhere: [], order: ["signed"], time: { isMoment: true } })
    class Treaty extends Entity {
      @Property(() => EDTFDate, "When it was signed.", { elsewhere: { first: "schema:startDate", last: "schema:" } })
      declare signed: EDTFDate | null;
    }
    expect(wrongWith(Treaty)).toEqual([
      expect.stringContaining('Treaty.signed: elsewhere "schema:" isn\'t a prefix that is known, a colon and a word'),
    ]);
  });

  test("fields and values that a property's rules misspell", () => {
    const Weight = enumeration("TreatyWeight", "How much it weighs.", { OTHER: "What the note says." });
    @Type("A treaty.", { elsewhere: [], time: { isTimeless: true } })
    class Treaty extends Entity {
      @Property(() => Weight, "How much it weighs.", { needs: { OTHR: ["nam"] } })
      declare weight: string | null;

      @Property(() => Number, "How many pages it has.", { sums: [{ word: "RATES", alike: ["wight"] }] })
      declare pages: number | null;
    }
    const mistakes = wrongWith(Treaty).join("\n");
    for (const each of ['needs "OTHR"', 'needs "nam"', 'sums, RATES "wight"']) expect(mistakes).toContain(each);
    expect(mistakes).toContain('did you mean "weight"');
  });

  test("a class that isn't listed, though others lead to it", () => {
    @Type("A sanction.", { elsewhere: [] })
    class Sanction extends Entity {}
    expect(wrongWith(treaty({}, {}, Sanction.name))).toEqual([
      'Treaty.keptBy: leads to "Sanction", which is not in entities/entities.ts. Add Sanction to it.',
    ]);
  });

  test("a class that isn't declared", () => {
    class Treaty extends Entity {}
    expect(wrongWith(Treaty)).toEqual(["Treaty: is not an entity. Put @Type or @Interface above the class."]);
  });

  test("an enumeration of a name that is taken", () => {
    const Words = enumeration("PlaceKind", "What sort of place it is.", { SEA: "A sea." });
    @Type("A sea.", { elsewhere: [] })
    class Sea extends Entity {
      @Property(() => Words, "What sort of sea it is.")
      declare kind: string;
    }
    expect(wrongWith(Sea)).toEqual([
      'Sea.kind: the enumeration "PlaceKind" is Place.kind\'s already. Give it another.',
    ]);
  });

  test("names of types that are made for others", () => {
    const Words = enumeration("MeetingEdge", "What sort of edge it is.", { SHARP: "It cuts." });
    @Type("A filter.", { elsewhere: [] })
    class TopicFilter extends Entity {
      @Property(() => Words, "What sort of edge it has.")
      declare edge: string;
    }
    expect(wrongWith(TopicFilter)).toEqual([
      'TopicFilter: the type "TopicFilter" is made for Topic already. Rename the class.',
      'TopicFilter.edge: the type "MeetingEdge" is made for Meeting already. Rename the enumeration.',
    ]);
  });

  test("names of filters that are made for enumerations", () => {
    @Type("A filter.", { elsewhere: [] })
    class CareerFilter extends Entity {}
    expect(wrongWith(CareerFilter)).toEqual([
      'CareerFilter: the type "CareerFilter" is made for the enumeration Career already. Rename the class.',
    ]);
  });

  test("the types that are made for an entity are all that the schema has", () => {
    const schema = readFileSync("schema.graphql", "utf8");
    const types = [...schema.matchAll(/^\w+ (\w+)/gm)].map(([, name]) => name!);
    const ends = /(Connection|Edge|Filter|Group|Key|Number|Order|OrderField)$/;
    for (const type of entities.map(typeOf)) {
      const made = typesMadeFor(type);
      expect(types).toEqual(expect.arrayContaining(made));
      const others = types.filter((each) => each.startsWith(type.name) && ends.test(each) && !made.includes(each));
      // Those of enumerations and of other entities, whose names begin alike.
      const known = entities.flatMap((cls) => propertiesOf(cls).map(({ enumeration }) => `${enumeration}Filter`));
      expect(others.filter((each) => !known.includes(each))).toEqual([]);
    }
  });

  test("a name that a question's type has", () => {
    const step = (): GraphQLObjectType =>
      new GraphQLObjectType({ name: "Step", fields: { a: { type: GraphQLString } } });
    const build = (): unknown => new GraphQLSchema({ types: [step(), step()] });
    let thrown: unknown;
    try {
      build();
    } catch (error) {
      thrown = asStartError(error);
    }
    expect(thrown).toEqual(
      new StartError(
        'The model has mistakes:\n- Step: the schema has a type "Step" already. Rename the class or enumeration.',
      ),
    );
    expect(asStartError("another")).toBe("another");
  });

  test("a field that isn't `declare`d", () => {
    @Type("A treaty.", { elsewhere: [] })
    class Treaty extends Entity {
      @Many("Country", "Who is bound by it.", { edge: "BINDS", oneWay: true })
      parties!: object;
    }
    expect(wrongWith(Treaty)).toEqual([
      'Treaty.parties: is a field of JavaScript too, which hides what the decorator made. Write "declare parties".',
    ]);
  });

  test("two fields of one word", () => {
    @Type("A treaty.", { elsewhere: [] })
    class Treaty extends Entity {
      @Property(() => String, "Its text.")
      declare fullText: string | null;

      @Property(() => String, "Its text.")
      declare full_text: string | null;

      @Property(() => String, "Its number.", { key: "slug" })
      declare number: string | null;
    }
    expect(wrongWith(Treaty)).toEqual([
      'Treaty.full_text: the word "FULL_TEXT" is Treaty.fullText\'s already. Give it another.',
      'Treaty.number: the key "slug" is every look-up\'s already. Give it another.',
    ]);
  });

  test("a file of no relation", () => {
    expect(mistakesOf(entities, [...paths, "relations/Claim.other", "relations/Meeting.host"], vocabularies)).toEqual([
      'cypher/relations/Claim.other.cypher: belongs to no relation that needs a file; did you mean "relations/Claim.others"? Rename it, or remove it.',
      "cypher/relations/Meeting.host.cypher: belongs to no relation that needs a file. Rename it, or remove it.",
    ]);
  });

  describe("and what only follows from it is not told", () => {
    /** A treaty and a pact that invert each other's relations. */
    const wrong = ({ leadsTo = "Pact", back = "Treaty", inverse: word = "keptBy" }): string[] => {
      @Type("A pact.", { elsewhere: [] })
      class Pact extends Entity {
        @Many(back, "What it keeps.", { inverse: word })
        declare keeps: object;
      }
      return mistakesOf([...entities, treaty({}, { oneWay: undefined }, leadsTo), Pact], paths, vocabularies);
    };

    test("of nothing", () => {
      expect(wrong({})).toEqual([]);
    });
    test("of a target that is misspelt", () => {
      expect(wrong({ leadsTo: "Pakt" })).toEqual([
        'Treaty.keptBy: leads to "Pakt", which is not in entities/entities.ts; did you mean "Pact"? If not, add Pakt to it.',
      ]);
    });
    test("of a target that is misspelt on the other side", () => {
      expect(wrong({ back: "Treety" })).toEqual([
        'Pact.keeps: leads to "Treety", which is not in entities/entities.ts; did you mean "Treaty"? If not, add Treety to it.',
      ]);
    });
    test("of an inverse that is misspelt", () => {
      expect(wrong({ inverse: "keptBi" })).toEqual([
        'Pact.keeps: inverse "keptBi", unknown to Treaty; did you mean "keptBy"?',
      ]);
    });
    test("of an order that is misspelt", () => {
      expect(wrongWith(treaty({ order: ["sined"] }))).toEqual([
        'Treaty: order "sined", unknown to Treaty; did you mean "signed"?',
      ]);
    });
    test("of a target that is misspelt behind others", () => {
      expect(
        wrongWith(treaty({}, { edge: undefined, oneWay: undefined, through: ["signedAt", "place"] }, "Plase")),
      ).toEqual([
        'Treaty.keptBy: leads to "Plase", which is not in entities/entities.ts; did you mean "Place"? If not, add Plase to it.',
      ]);
    });
    test("a target that is misspelt comes first", () => {
      expect(wrongWith(treaty({ plural: "countries" }, { edge: "keptBy" }, "Contry"))[0]).toContain(
        'leads to "Contry"',
      );
    });
  });

  // Must be last: names refer to this class from now on.
  test("a class of a name that is taken", () => {
    @Type("Another country.", { elsewhere: [], plural: "others" })
    class Country extends Entity {}
    expect(wrongWith(Country)).toContain('Country: the kind "country" is Country\'s already. Give it another.');
  });
});
