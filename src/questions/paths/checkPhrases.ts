/** Checks the phrases against the model: none is unused, and none is missing. */
import { refuse } from "../../graph/model/checkModel.ts";
import { namesOf, unknown } from "../../graph/model/mistakes.ts";
import {
  allTypes,
  coordinate,
  entityTypes,
  isOwned,
  propertyOf,
  relationOf,
  relationsOf,
  typeNamed,
} from "../../graph/model/model.ts";
import type { ModelClass } from "../../graph/model/declarations.ts";
import { isJoining } from "../../graph/steps.ts";
import { nouns, ofJoints, ofRelations, type JointPhrases, type Noun } from "./phrases.ts";

/** Each kind of phrase, by its subject. */
export interface Phrases {
  ofRelations: Readonly<Record<string, string>>;
  ofJoints: Readonly<Record<string, JointPhrases>>;
  nouns: Readonly<Record<string, Noun>>;
}

/** @throws StartError that names all unused phrases. */
export function checkPhrases(): void {
  refuse("questions/paths/phrases.ts", phrasesOfNothing({ ofRelations, ofJoints, nouns }));
}

/** Mistakes in some phrases. */
export function phrasesOfNothing(phrases: Phrases): string[] {
  return [...mistakesIn(phrases)];
}

function* mistakesIn({ ofRelations, ofJoints, nouns }: Phrases): Generator<string> {
  const owned = allTypes().flatMap(({ class: cls }) => relationsOf(cls).filter(isOwned).map(coordinate));
  for (const each of Object.keys(ofRelations)) yield* unknown("ofRelations", each, "the model", owned);
  const joining = entityTypes().filter(isJoining);
  for (const { name } of joining)
    if (ofJoints[name] === undefined) yield `ofJoints: ${name} joins others and has no words. Write them.`;
  for (const [name, { by, unsettled }] of Object.entries(ofJoints)) {
    yield* unknown("ofJoints", name, "the model", namesOf(joining));
    const type = joining.find((each) => each.name === name);
    if (!type) continue;
    const last = relationOf(type.class, type.joins.at(-1)!)!.target();
    if (by) yield* ofProperty(`ofJoints.${name}.by`, type.class, by.property, Object.keys(by.words));
    if (unsettled) yield* ofProperty(`ofJoints.${name}.unsettled`, last, unsettled.property, unsettled.values);
  }
  for (const [name, { by, at = [] }] of Object.entries(nouns)) {
    const type = typeNamed(name);
    if (!type) {
      yield* unknown("nouns", name, "the model", namesOf(entityTypes()));
      continue;
    }
    const toOne = namesOf(relationsOf(type.class).filter((each) => isOwned(each) && !each.many));
    if (by) yield* ofProperty(`nouns.${name}.by`, type.class, by.property, Object.keys(by.words));
    for (const each of at) yield* unknown(`nouns.${name}.at`, each, name, toOne);
  }
}

// A property whose values have phrases.
function* ofProperty(where: string, cls: ModelClass, name: string, words: readonly string[]): Generator<string> {
  const values = propertyOf(cls, name)?.values;
  if (values === undefined) yield `${where}: "${name}" is not an enumeration of ${cls.name}. Name one.`;
  else for (const each of words) yield* unknown(where, each, `${cls.name}.${name}`, values);
}
