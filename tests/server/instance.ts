import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestDatabase } from './databases';

/** A Strapi in a process of its own, as it runs beside others on one database. */
export interface Instance {
  /** As a supervisor stops it; resolves with the exit code. */
  stop(): Promise<number | null>;
}

/** Starts one and resolves when it works. `engine`: the plugin's own option. */
export async function startInstance(database: TestDatabase, engine: object): Promise<Instance> {
  const worker = join(__dirname, '../crash/worker.mjs');
  const { connection } = database;
  const child = spawn(process.execPath, [worker, JSON.stringify({ database: { connection }, engine })], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const ready = new Promise<void>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      if (line.startsWith('READY ')) resolve();
    });
  });
  const died = ended.then(([code]) => {
    throw new Error(`the instance ended with ${code} before it was ready`);
  });
  died.catch(() => undefined);
  await Promise.race([ready, died]);
  return {
    async stop() {
      child.kill('SIGTERM');
      return (await ended)[0];
    },
  };
}
