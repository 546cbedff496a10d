/** What can be asked of the whole graph. A new question is added here and nowhere else. */
import { GroupKeyFields } from "../graph/counts.ts";
import { CountryAsOf, HoldingFields, OfficialAsOf, PostAsOf, TenureAsOfDay } from "./asOf/offices.ts";
import { BilateralRelationAsOf, RelationAsOfFields } from "./asOf/relation.ts";
import { BilateralQuestion, CountryPairFields } from "./bilateral/bilateral.ts";
import { PairSourceFields } from "./bilateral/coverage.ts";
import { MissionFields } from "./bilateral/missions.ts";
import { TopOfficialFields } from "./bilateral/officials.ts";
import { EncountersInMonthFields, PairMonthFields } from "./bilateral/series.ts";
import { MomentFields } from "./bilateral/timeline.ts";
import { CommonQuestion } from "./paths/common.ts";
import { ContestedFactFields, ContestedQuestion, ContestedValueFields } from "./contested.ts";
import { CoverageAnswerFields, CoverageQuestion, CoveringPartFields } from "./coverage/coverage.ts";
import { ChangesSinceFields, EditionQuestion, EditionsQuestions, EntityChangeFields } from "./edition.ts";
import { ErrorCodesQuestion } from "./errorCodes.ts";
import { NeighborhoodQuestion } from "./paths/neighborhood.ts";
import { NodeQuestions } from "./node.ts";
import { PathsQuestion } from "./paths/paths.ts";
import { SearchQuestion } from "./search/search.ts";
import { ServiceLimitsQuestion } from "./serviceLimits.ts";
import { SuggestQuestion, SuggestionFields } from "./search/suggest.ts";

export const questions: (new () => object)[] = [
  BilateralQuestion,
  BilateralRelationAsOf,
  ChangesSinceFields,
  CommonQuestion,
  ContestedFactFields,
  ContestedQuestion,
  ContestedValueFields,
  CountryAsOf,
  CountryPairFields,
  CoverageAnswerFields,
  CoverageQuestion,
  CoveringPartFields,
  EditionQuestion,
  EditionsQuestions,
  EncountersInMonthFields,
  EntityChangeFields,
  ErrorCodesQuestion,
  GroupKeyFields,
  HoldingFields,
  MissionFields,
  MomentFields,
  NeighborhoodQuestion,
  NodeQuestions,
  OfficialAsOf,
  PairMonthFields,
  PairSourceFields,
  PathsQuestion,
  PostAsOf,
  RelationAsOfFields,
  SearchQuestion,
  ServiceLimitsQuestion,
  SuggestQuestion,
  SuggestionFields,
  TenureAsOfDay,
  TopOfficialFields,
];
