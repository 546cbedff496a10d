// The floor: one hand-written statement for each question, and nothing else.
import neo4j from "neo4j-driver";
import { questions } from "../questions/questions.js";
import { answerOverHttp } from "./answerOverHttp.js";

const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD } = process.env;
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD), { disableLosslessIntegers: true });
const statements = new Map(questions.map(({ name, floor }) => [name, floor.statement]));

answerOverHttp(async ({ name, variables }) => {
  const session = driver.session({ defaultAccessMode: "READ" });
  try {
    const { records } = await session.run(statements.get(name), variables);
    return { data: records.map((record) => record.keys.map((_, index) => record.get(index))) };
  } finally {
    await session.close();
  }
});
