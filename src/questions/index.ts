/** What can be asked of the whole graph. A new question is added here and nowhere else. */
import {
  BilateralRelationAsOf,
  CountryAsOf,
  HoldingFields,
  OfficialAsOf,
  PostAsOf,
  RelationAsOfFields,
  TenureAsOfDay,
} from "./asOf.ts";
import { EditionQuestion } from "./edition.ts";
import { ErrorCodesQuestion } from "./errorCodes.ts";
import { ContestedFactFields, ContestedValueFields, contestedQuestion } from "./contested.ts";
import { CoverageAnswerFields, CoverageQuestion, CoveringPartFields } from "./coverage.ts";
import { EditionQuestion, EntityChangeFields, editionQuestions } from "./edition.ts";
import { NodeQuestions } from "./node.ts";
import { PathQuestion, PathStepFields } from "./path.ts";
import { searchQuestion } from "./search.ts";
import { ServiceLimitsQuestion } from "./serviceLimits.ts";
import { suggestQuestions } from "./suggest.ts";

export const questions = (): (new () => object)[] => [
  BilateralRelationAsOf,
  ContestedFactFields,
  ContestedValueFields,
  CountryAsOf,
  CoverageAnswerFields,
  CoverageQuestion,
  CoveringPartFields,
  EditionQuestion,
  ErrorCodesQuestion,
  EntityChangeFields,
  HoldingFields,
  NodeQuestions,
  OfficialAsOf,
  PathQuestion,
  PathStepFields,
  PostAsOf,
  RelationAsOfFields,
  searchQuestion(),
  ServiceLimitsQuestion,
  ...suggestQuestions(),
  TenureAsOfDay,
  contestedQuestion(),
  ...editionQuestions(),
];
