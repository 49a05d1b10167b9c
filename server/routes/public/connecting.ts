import { open, type Route } from '../route';

/** Where networks send people back who connected a channel; the state in the query is the proof. */
export const connectingRoutes: readonly Route[] = [open('GET', '/connect/:kind', 'connecting.returned')];
