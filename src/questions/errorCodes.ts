import { Field, ObjectType, Query, Resolver } from "type-graphql";
import { enumeration } from "../graph/model/declare.ts";
import { errorCodes, type ErrorCode as Code } from "../graph/errors.ts";

const ErrorCode = enumeration(
  "ErrorCode",
  "What went wrong, in a word that stays: the `extensions.code` of an error. Messages may change; codes don't.",
  errorCodes,
);

@ObjectType({ simpleResolvers: true, description: "A code of errors, and what it means." })
export class ErrorMeaning {
  @Field(() => ErrorCode, { description: "The code." })
  code!: Code;
  @Field(() => String, { description: "What it means, and what can be done." })
  meaning!: string;
}

@Resolver()
export class ErrorCodesQuestion {
  @Query(() => [ErrorMeaning], { description: "All codes that an error can have, with what each means." })
  errorCodes(): ErrorMeaning[] {
    return Object.entries(errorCodes).map(([code, meaning]) => ({ code: code as Code, meaning }));
  }
}
