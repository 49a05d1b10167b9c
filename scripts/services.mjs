// Which servers answer here: the suites that need one run where it answers, and say so where it does not.
import { connect } from 'node:net';

const services = [
  {
    name: 'PostgreSQL',
    kind: 'postgres',
    variable: 'POSTGRES_URL',
    url: 'postgres://postgres@127.0.0.1:5432/postgres',
  },
  { name: 'MariaDB', kind: 'mysql', variable: 'MYSQL_URL', url: 'mysql://root@127.0.0.1:3306/test' },
];

const answers = (url) =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), timeout: 1000 });
    const done = (is) => () => (socket.destroy(), resolve(is));
    socket.once('connect', done(true)).once('timeout', done(false)).once('error', done(false));
  });

/** The databases to test on, and the names of those that do not answer. */
export async function availableDatabases(env = process.env) {
  const kinds = ['sqlite'];
  const missing = [];
  for (const { name, kind, variable, url } of services) {
    if (await answers(env[variable] ?? url)) kinds.push(kind);
    else missing.push({ name, variable, url: env[variable] ?? url });
  }
  return { kinds, missing };
}
