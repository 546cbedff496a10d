/** Mistakes in a class, each refused with the class, the field and the remedy, before anything else is done. */
import { describe, expect, test } from "@jest/globals";
import { Entity as EntityInterface } from "../../../src/entities/Entity.ts";
import { entities } from "../../../src/entities/index.ts";
import { mistakesOf } from "../../../src/graph/model/checkModel.ts";
import { Entity, Property, enumeration } from "../../../src/graph/model/declare.ts";
import { EDTFDate } from "../../../src/graph/edtf.ts";
import type { EntityOptions, ModelClass } from "../../../src/graph/model/model.ts";
import { files } from "../../../src/graph/queries.ts";
import { Many, One } from "../../../src/graph/model/relations.ts";

const paths = [...files.keys()];

/** What is wrong with the model when an entity is added to it. */
const wrongWith = (added: ModelClass, all = paths): string[] => mistakesOf([...entities, added], all);

/** A treaty with one more option, or one more relation. */
function treaty(options: Partial<EntityOptions>, relation: Parameters<typeof One>[2] = {}, leadsTo = "Country") {
  @Entity("A treaty.", { elsewhere: [], order: ["signed"], time: { until: "ended" }, ...options })
  class Treaty extends EntityInterface {
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

test("the model is sound, and that is known within a second", () => {
  const began = performance.now();
  expect(mistakesOf(entities, paths)).toEqual([]);
  expect(performance.now() - began).toBeLessThan(1000);
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
      'Treaty.keptBy: leads to "Contry", which entities/index.ts hasn\'t; did you mean "Country"?',
    ],
    [
      "an inverse that is misspelt",
      () => inverse("bordrs", "Country"),
      'Treaty.keptBy: inverse "bordrs", which Country hasn\'t; did you mean "borders"?',
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
      'Treaty.keptBy: the edge "keptBy" is to be in capitals, as "KEPT_BY".',
    ],
    [
      "a relation without its other side",
      () => treaty({}, { oneWay: undefined }),
      'Treaty.keptBy: Country can\'t read it from its side. Give Country a relation with inverse: "keptBy", or say oneWay: true here.',
    ],
    [
      "a relation that nothing tells how to reach",
      () => treaty({}, { edge: undefined, oneWay: undefined }),
      'Treaty.keptBy: nothing tells how it is reached. Give it "edge", "keyed", "inverse" or "through", or write its pattern in cypher/relations/Treaty.keptBy.cypher.',
    ],
    [
      "a way through what isn't there",
      () => treaty({}, { edge: undefined, oneWay: undefined, through: ["signedat", "place"] }),
      'Treaty.keptBy: through "signedat", which Treaty hasn\'t; did you mean "signedAt"?',
    ],
    [
      "an order that is misspelt",
      () => treaty({ order: ["name", "sined"], time: { from: "signed", until: "ended" } }),
      'Treaty: order "sined", which Treaty hasn\'t; did you mean "signed"?',
    ],
    [
      "an order by what may be missing",
      () => treaty({ order: ["signedAt"] }),
      'Treaty: order "signedAt" is a relation, so it must stand alone and be required.',
    ],
    [
      "an end that is misspelt",
      () => treaty({ time: { until: "endet" } }),
      'Treaty: time.until "endet", which Treaty hasn\'t; did you mean "ended"?',
    ],
    [
      "an interval that doesn't tell its end",
      () => treaty({ time: {} }),
      "Treaty: has dates, and doesn't say when it was over, so that asOf would show it for ever after. " +
        'Say time: { until: "signed" or "ended" }, time: { isMoment: true } for what happened once, or time: { isTimeless: true } where no date tells when it held.',
    ],
    [
      "dates that tell nothing",
      () => treaty({ order: ["name"], time: {} }),
      "Treaty: has dates, and doesn't say when it was over, so that asOf would show it for ever after. " +
        'Say time: { until: "signed" or "ended" }, time: { isMoment: true } for what happened once, or time: { isTimeless: true } where no date tells when it held.',
    ],
    [
      "an end without a beginning",
      () => treaty({ order: ["name"] }),
      "Treaty: time tells no beginning. Name a date in time.from, or let order begin with one.",
    ],
    [
      "a moment without a beginning",
      () => treaty({ order: ["name"], time: { isMoment: true } }),
      "Treaty: time tells no beginning. Name a date in time.from, or let order begin with one.",
    ],
    [
      "a moment with an end",
      () => treaty({ time: { until: "ended", isMoment: true } }),
      "Treaty: time says more than one of until, isMoment and isTimeless. Keep the one that is so.",
    ],
    [
      "words of a status that it hasn't",
      () => treaty({ time: { until: "ended", never: ["DRAFT"] } }),
      'Treaty: time.never has words of "status", an enumeration that Treaty hasn\'t. Declare it.',
    ],
    [
      "fields together that are misspelt",
      () => treaty({ together: ["name", "keptby"] }),
      'Treaty: together "keptby", which Treaty hasn\'t; did you mean "keptBy"?',
    ],
    [
      "ends that are misspelt",
      () => treaty({ joins: ["signedAt", "keptBi"] }),
      'Treaty: joins "keptBi", which Treaty hasn\'t; did you mean "keptBy"?',
    ],
    [
      "a partial index of what isn't there",
      () => treaty({ partialIndexes: [{ name: "openKeptById", of: "keeper", without: ["end"] }] }),
      'Treaty: partialIndexes.of "keeper", which Treaty hasn\'t; it has signedAt, keptBy.',
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

  test("a class that isn't declared", () => {
    class Treaty extends EntityInterface {}
    expect(wrongWith(Treaty)).toEqual(["Treaty: is no entity. Put @Entity or @Interface above the class."]);
  });

  test("an enumeration of a name that is taken", () => {
    const Words = enumeration("PlaceKind", "What sort of place it is.", { SEA: "A sea." });
    @Entity("A sea.", { elsewhere: [] })
    class Sea extends EntityInterface {
      @Property(() => Words, "What sort of sea it is.")
      declare kind: string;
    }
    expect(wrongWith(Sea)).toEqual([
      'Sea.kind: the enumeration "PlaceKind" is Place.kind\'s already. Give it another.',
    ]);
  });

  test("a field that isn't `declare`d", () => {
    @Entity("A treaty.", { elsewhere: [] })
    class Treaty extends EntityInterface {
      @Many("Country", "Who is bound by it.", { edge: "BINDS", oneWay: true })
      parties!: object;
    }
    expect(wrongWith(Treaty)).toEqual([
      'Treaty.parties: is a field of JavaScript too, which hides what the decorator made. Write "declare parties".',
    ]);
  });

  test("two fields of one word", () => {
    @Entity("A treaty.", { elsewhere: [] })
    class Treaty extends EntityInterface {
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
    expect(mistakesOf(entities, [...paths, "relations/Claim.other", "relations/Meeting.host"])).toEqual([
      'cypher/relations/Claim.other.cypher: is of no relation that needs one; did you mean "relations/Claim.others"? Rename it, or remove it.',
      "cypher/relations/Meeting.host.cypher: is of no relation that needs one. Rename it, or remove it.",
    ]);
  });

  // The last: names lead to this class from now on.
  test("a class of a name that is taken", () => {
    @Entity("Another country.", { elsewhere: [], plural: "others" })
    class Country extends EntityInterface {}
    expect(wrongWith(Country)).toContain('Country: the kind "country" is Country\'s already. Give it another.');
  });
});
