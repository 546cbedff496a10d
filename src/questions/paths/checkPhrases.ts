/** Holds the phrases against the model: each is of what there is, and what needs words has them. */
import { refuse, unknown } from "../../graph/model/checkModel.ts";
import {
  allTypes,
  coordinate,
  entityTypes,
  isOwned,
  propertyOf,
  relationOf,
  relationsOf,
  typeNamed,
  type ModelClass,
} from "../../graph/model/model.ts";
import { isJoining } from "../../graph/steps.ts";
import { nouns, ofJoints, ofRelations, type JointPhrases, type Noun } from "./phrases.ts";

/** Each kind of phrase, by what it is of. */
export interface Phrases {
  ofRelations: Readonly<Record<string, string>>;
  ofJoints: Readonly<Record<string, JointPhrases>>;
  nouns: Readonly<Record<string, Noun>>;
}

/** @throws StartError that names all phrases of what isn't there. */
export function checkPhrases(): void {
  refuse("questions/paths/phrases.ts", phrasesOfNothing({ ofRelations, ofJoints, nouns }));
}

/** What is wrong with some phrases. */
export function phrasesOfNothing(phrases: Phrases): string[] {
  const joining = entityTypes().filter(isJoining);
  const owned = allTypes().flatMap(({ class: cls }) => relationsOf(cls).filter(isOwned).map(coordinate));
  return [
    ...Object.keys(phrases.ofRelations).flatMap((each) => [...unknown("ofRelations", each, "the model", owned)]),
    ...joining
      .filter(({ name }) => phrases.ofJoints[name] === undefined)
      .map(({ name }) => `ofJoints: ${name} joins others and has no words. Write them.`),
    ...Object.entries(phrases.ofJoints).flatMap(([name, { by, unsettled }]) => {
      const type = joining.find((each) => each.name === name);
      if (!type)
        return [
          ...unknown(
            "ofJoints",
            name,
            "the model",
            joining.map((each) => each.name),
          ),
        ];
      const last = relationOf(type.class, type.joins.at(-1)!)!.target();
      return [
        ...ofProperty(`ofJoints.${name}.by`, type.class, by && [by.property, Object.keys(by.words)]),
        ...ofProperty(`ofJoints.${name}.unsettled`, last, unsettled && [unsettled.property, unsettled.values]),
      ];
    }),
    ...Object.entries(phrases.nouns).flatMap(([name, { by, at = [] }]) => {
      const type = typeNamed(name);
      if (!type)
        return [
          ...unknown(
            "nouns",
            name,
            "the model",
            entityTypes().map((each) => each.name),
          ),
        ];
      const toOne = relationsOf(type.class).flatMap((each) => (isOwned(each) && !each.many ? [each.name] : []));
      return [
        ...ofProperty(`nouns.${name}.by`, type.class, by && [by.property, Object.keys(by.words)]),
        ...at.flatMap((each) => [...unknown(`nouns.${name}.at`, each, name, toOne)]),
      ];
    }),
  ];
}

// A property whose values have words of their own.
function ofProperty(where: string, cls: ModelClass, phrase: [string, readonly string[]] | undefined): string[] {
  if (phrase === undefined) return [];
  const [name, words] = phrase;
  const values = propertyOf(cls, name)?.values;
  if (values === undefined) return [`${where}: "${name}" is no enumeration of ${cls.name}. Name one.`];
  return words.flatMap((each) => [...unknown(where, each, `${cls.name}.${name}`, values)]);
}
