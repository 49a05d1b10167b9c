// Another Strapi process on a database that is there already: `node second-process.mjs <plugin bundle>`, the database in
// TEST_DATABASE. Says READY and its address on one line; stops when its input ends.
import { bootStrapi } from '../bench/boot.mjs';

const connection = JSON.parse(process.env.TEST_DATABASE);
const database = { connection, drop: async () => undefined };
const app = await bootStrapi({ plugin: process.argv[2], database, presence: { engine: { enabled: false } } });
process.stdout.write(`READY ${app.url}\n`);
process.stdin.resume().on('end', () => void app.stop().then(() => process.exit(0)));
