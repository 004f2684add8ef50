// What the drivers in JavaScript share: the corpus, and the loop that is timed.
import { readFileSync, readdirSync } from "node:fs";

const [folder, lines] = process.argv.slice(2);

export const messages = new Map(
  readdirSync(folder).filter((name) => name.endsWith(".eml")).sort()
    .map((name) => [name, readFileSync(`${folder}/${name}`)]),
);

export const replies = readFileSync(lines, "utf8").split("\n").filter(Boolean)
  .map((line) => JSON.parse(line).text);

/** Twenty seconds to warm up, then ten that count. */
export function loop(what, texts, read) {
  const all = [...texts];
  for (const seconds of [20, 10]) {
    const start = performance.now();
    let count = 0;
    while (performance.now() - start < seconds * 1000) {
      for (const text of all) {
        read(text);
        count++;
      }
    }
    if (seconds === 10) {
      console.log(what, ((count * 1000) / (performance.now() - start)).toFixed(1));
    }
  }
}
