import { Field, ObjectType, Query, Resolver } from "type-graphql";
import { enumeration } from "../graph/model/declare.ts";
import { errorCodes, type ErrorCode as Code } from "../graph/errors.ts";

const ErrorCode = enumeration(
  "ErrorCode",
  "The `extensions.code` of an error. Messages may change; codes don't.",
  errorCodes,
);

@ObjectType({ simpleResolvers: true, description: "An error code and its meaning." })
export class ErrorMeaning {
  @Field(() => ErrorCode, { description: "The code." })
  code!: Code;
  @Field(() => String, { description: "What the code means, and what to do." })
  meaning!: string;
}

@Resolver()
export class ErrorCodesQuestion {
  @Query(() => [ErrorMeaning], { description: "All error codes and their meanings." })
  errorCodes(): ErrorMeaning[] {
    return Object.entries(errorCodes).map(([code, meaning]) => ({ code: code as Code, meaning }));
  }
}
