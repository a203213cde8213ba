/** Makes a simulator forget all that happened since it started. */
export async function resetSimulator(address: string): Promise<void> {
  const { ok, status } = await fetch(`${address}/__admin/reset`, {
    method: 'POST',
    // A kept connection may be closed at the other end at the moment at which it is used again.
    headers: { connection: 'close' },
  });
  if (!ok) throw new Error(`${address} could not be reset: ${status}`);
}
