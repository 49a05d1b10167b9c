/** What is made when it is first asked for and then kept, so that a heavy library costs nothing at start-up. */
export function atFirstUse<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}
