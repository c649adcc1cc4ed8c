// `npm run soak`: the long form of the crash test. `npm run soak -- DELIVERIES KILLS SEED` sets its size.
// `npm run soak -- chaos HOURS FEEDS CHATS SEED CALM`: a simulated day of three processes on PostgreSQL, all of it unsafe.
// `npm run soak -- feeds FEEDS HOSTS ARTICLES DAYS STEP GOOD`: a simulated time of following feeds.
import { chaosSoak } from "./chaos.ts";
import { crashTest } from "./crash.ts";
import { feedSoak } from "./feeds.ts";

if (process.argv[2] === "chaos") process.exit(await chaosSoak(process.argv.slice(3).map(Number)));
if (process.argv[2] === "feeds") process.exit(await feedSoak(process.argv.slice(3).map(Number)));

const [deliveries = 2_000, kills = 200, seed = 1] = process.argv.slice(2).map(Number);
const began = performance.now();
const counts = await crashTest({ deliveries, kills, seed, speed: 3 }, (line) => console.log(line));
console.log(JSON.stringify(counts, null, 2));
console.log(`${Math.round((performance.now() - began) / 1000)} s`);
const { doubled, missing, open, needless, discordWithinWindow, breaches } = counts;
if (doubled + missing + open + needless + discordWithinWindow + breaches.length > 0) process.exitCode = 1;
