import { databases } from '../server/databases';
import { servers } from '../server/database-servers';

/** Throws away the databases that the test files of this run handed on to each other. */
export default async function teardown(): Promise<void> {
  for (const kind of databases())
    for (const name of await servers[kind].named(process.env['PRESENCE_RUN']!))
      await servers[kind].drop(name);
}
