// Drives baunsu, which says whether a message is a bounce, and no more.
import { createRequire } from "node:module";
import { loop, messages } from "./corpus.mjs";

const require = createRequire(process.env.PEERS + "/");
const Baunsu = require("baunsu");

console.log("name baunsu", require("baunsu/package.json").version);
for (const [name, message] of messages) {
  console.log("read", name, new Baunsu().detectSync(message).bounced ? "-" : "none", "-");
}
loop("messages", messages.values(), (message) => new Baunsu().detectSync(message));
