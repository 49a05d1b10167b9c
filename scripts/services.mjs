// Which servers answer here: the suites that need one run where it answers, and say so where it does not.
import { connect } from 'node:net';

const databases = [
  {
    name: 'PostgreSQL',
    kind: 'postgres',
    variable: 'POSTGRES_URL',
    url: 'postgres://postgres@127.0.0.1:5432/postgres',
  },
  { name: 'MariaDB', kind: 'mysql', variable: 'MYSQL_URL', url: 'mysql://root@127.0.0.1:3306/test' },
];
const redis = { name: 'Redis', kind: 'bullmq', variable: 'REDIS_URL', url: 'redis://127.0.0.1:6379' };

const answers = (url, usual) =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port || usual), timeout: 1000 });
    const done = (is) => () => (socket.destroy(), resolve(is));
    socket.once('connect', done(true)).once('timeout', done(false)).once('error', done(false));
  });

/** The databases and engines to test on, and the names of the servers that do not answer. */
export async function availableServices(env = process.env) {
  const missing = [];
  const answering = async (all) => {
    const kinds = [];
    for (const { name, kind, variable, url } of all) {
      const at = env[variable] ?? url;
      if (await answers(at, new URL(url).port)) kinds.push(kind);
      else missing.push({ name, variable, url: at });
    }
    return kinds;
  };
  return {
    databases: ['sqlite', ...(await answering(databases))],
    engines: ['embedded', ...(await answering([redis]))],
    missing,
  };
}
