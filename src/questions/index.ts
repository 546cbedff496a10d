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
import { EditionQuestion } from "./edition.ts";
import { neighborhoodQuestion } from "./neighborhood.ts";
import { NodeQuestions } from "./node.ts";
import { pathsQuestion } from "./paths.ts";
import { searchQuestion } from "./search.ts";
import { ServiceLimitsQuestion } from "./serviceLimits.ts";

export const questions = (): (new () => object)[] => [
  BilateralRelationAsOf,
  commonQuestion(),
  CountryAsOf,
  EditionQuestion,
  HoldingFields,
  neighborhoodQuestion(),
  NodeQuestions,
  OfficialAsOf,
  pathsQuestion(),
  PostAsOf,
  RelationAsOfFields,
  searchQuestion(),
  ServiceLimitsQuestion,
  TenureAsOfDay,
];
