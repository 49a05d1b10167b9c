import { once } from 'node:events';
import { isIP, type Socket } from 'node:net';
import type { AllowList } from '../http/allow-list';
import { codeOf, notCalled } from '../http/failure';
import { guardedAgents } from '../http/guarded-agents';

/** A private address that the config does not allow. */
export class AddressRefused extends Error {}

/**
 * A connected socket to a host that a person typed in; private addresses only where the config allows them. Rejects otherwise,
 * for an address that is not called with `AddressRefused`.
 */
export async function guardedSocket(
  host: string,
  port: number,
  list: AllowList,
  timeout = 15_000,
): Promise<Socket> {
  const url = new URL(`http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`);
  const { httpAgent } = guardedAgents(url, list);
  // The agent throws for a private address that was typed in as such, and destroys the socket for one that a name led to.
  let socket: Socket | null = null;
  try {
    socket = httpAgent.createConnection({ host, port }) as Socket;
    await once(socket, 'connect', { signal: AbortSignal.timeout(timeout) });
    return socket;
  } catch (error) {
    socket?.destroy();
    if (codeOf(error) === null) throw new AddressRefused(notCalled(host));
    throw error;
  } finally {
    httpAgent.destroy();
  }
}
