// `npm run soak`: the long form of the crash test. `npm run soak -- DELIVERIES KILLS SEED` sets its size.
import { crashTest } from "./crash.ts";

const [deliveries = 2_000, kills = 200, seed = 1] = process.argv.slice(2).map(Number);
const began = performance.now();
const counts = await crashTest({ deliveries, kills, seed, speed: 3 }, (line) => console.log(line));
console.log(JSON.stringify(counts, null, 2));
console.log(`${Math.round((performance.now() - began) / 1000)} s`);
const { doubled, missing, open, needless, discordWithinWindow, breaches } = counts;
if (doubled + missing + open + needless + discordWithinWindow + breaches.length > 0) process.exitCode = 1;
