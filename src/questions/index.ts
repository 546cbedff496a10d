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
import { commonQuestion } from "./common.ts";
import { ErrorCodesQuestion } from "./errorCodes.ts";
import { ContestedFactFields, ContestedValueFields, contestedQuestion } from "./contested.ts";
import { CoverageAnswerFields, CoverageQuestion, CoveringPartFields } from "./coverage.ts";
import { EditionQuestion, EntityChangeFields, editionQuestions } from "./edition.ts";
import { neighborhoodQuestion } from "./neighborhood.ts";
import { NodeQuestions } from "./node.ts";
import { pathsQuestion } from "./paths.ts";
import { searchQuestion } from "./search.ts";
import { ServiceLimitsQuestion } from "./serviceLimits.ts";
import { suggestQuestions } from "./suggest.ts";

export const questions = (): (new () => object)[] => [
  BilateralRelationAsOf,
  ContestedFactFields,
  ContestedValueFields,
  commonQuestion(),
  CountryAsOf,
  CoverageAnswerFields,
  CoverageQuestion,
  CoveringPartFields,
  EditionQuestion,
  ErrorCodesQuestion,
  EntityChangeFields,
  HoldingFields,
  neighborhoodQuestion(),
  NodeQuestions,
  OfficialAsOf,
  pathsQuestion(),
  PostAsOf,
  RelationAsOfFields,
  searchQuestion(),
  ServiceLimitsQuestion,
  ...suggestQuestions(),
  TenureAsOfDay,
  contestedQuestion(),
  ...editionQuestions(),
];
