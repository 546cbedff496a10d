/** The queries on the whole graph. Register a new one here only. */
import { GroupKeyFields } from "../graph/counts.ts";
import { MissionAsOfDay, MissionAsOfFields } from "./asOf/mission.ts";
import { CountryAsOf, OfficialAsOf, PostAsOf, TenureAsOfDay } from "./asOf/offices.ts";
import { BilateralRelationAsOf } from "./asOf/relation.ts";
import { BilateralQuestion, CountryPairFields } from "./bilateral/bilateral.ts";
import { HeadsOfMissionFields } from "./bilateral/headsOfMission.ts";
import { MomentFields } from "./bilateral/timeline.ts";
import { CitationQuestion } from "./citation.ts";
import { CommonQuestion } from "./paths/common.ts";
import { ContestedFactFields, ContestedQuestion } from "./contested.ts";
import { CoverageQuestion } from "./coverage/coverage.ts";
import { ChangesSinceFields, EditionQuestion, EditionsQuestions } from "./edition.ts";
import { EntityEvidence } from "./evidence.ts";
import { ErrorCodesQuestion } from "./errorCodes.ts";
import { NeighborhoodQuestion } from "./paths/neighborhood.ts";
import { NodeQuestions } from "./node.ts";
import { PathsQuestion } from "./paths/paths.ts";
import { SearchQuestion } from "./search/search.ts";
import { ServiceLimitsQuestion } from "./serviceLimits.ts";
import { StepsQuestion } from "./paths/steps.ts";
import { SuggestQuestion } from "./search/suggest.ts";

export const questions: (new () => object)[] = [
  BilateralQuestion,
  BilateralRelationAsOf,
  ChangesSinceFields,
  CitationQuestion,
  CommonQuestion,
  ContestedFactFields,
  ContestedQuestion,
  CountryAsOf,
  CountryPairFields,
  CoverageQuestion,
  EditionQuestion,
  EditionsQuestions,
  EntityEvidence,
  ErrorCodesQuestion,
  GroupKeyFields,
  HeadsOfMissionFields,
  MissionAsOfDay,
  MissionAsOfFields,
  MomentFields,
  NeighborhoodQuestion,
  NodeQuestions,
  OfficialAsOf,
  PathsQuestion,
  PostAsOf,
  SearchQuestion,
  ServiceLimitsQuestion,
  StepsQuestion,
  SuggestQuestion,
  TenureAsOfDay,
];
