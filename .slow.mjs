import "reflect-metadata"; import { readFileSync } from "node:fs"; import { pino } from "pino";
import "./dist/entities/index.js"; import { connect } from "./dist/graph/driver.js"; import { startServer } from "./dist/server.js";
const a=JSON.parse(readFileSync("/tmp/record2/address.json"));
const log=pino({level:"silent"}); const limits={depth:20,aliases:50,tokens:4000,bodyBytes:200000,cost:30000,milliseconds:60000,exports:2};
const server=await startServer({host:"127.0.0.1",port:0,corsOrigins:[],limits},log);
const door=await connect(a,log); let rows=[];
server.ready({...door, run: async (t,p,m)=>{const b=performance.now(); const r=await door.run(t,p,m); rows.push([performance.now()-b,t]); return r;}});
const q=readFileSync(process.argv[2],"utf8");
for (let i=0;i<40;i++){ if(i===0) await door.run("CALL db.clearQueryCaches()",{},20000).catch(e=>console.log(e.message)); rows=[]; const b=performance.now();
 const r=await (await fetch(server.url+"/graphql",{method:"POST",headers:{"content-type":"application/json"},body:JSON.stringify({query:q})})).json();
 if(i%6===0||i===39) console.log("run",i,Math.round(performance.now()-b),"ms",rows.length,"statements", r.errors?.[0]?.message??"");
 rows.sort((x,y)=>y[0]-x[0]); if(i===0||i===39) for(const [ms,t] of rows.slice(0,14)) console.log("  ",Math.round(ms),t.replace(/\s+/g," ").slice(0,170)); }
await server.close(); await door.close();
