import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listen } from '../../../src/server/listen.ts';
import { StartError } from '../../../src/server/start-error.ts';

function server() {
  const made = createServer();
  onTestFinished(() => void made.close());
  return made;
}

describe('listen', () => {
  it('tells the port that the system chose', async () => {
    expect(await listen(server(), 0, '127.0.0.1')).toBeGreaterThan(0);
  });

  it('says what to set where the address is not of this machine', async () => {
    const refused = listen(server(), 0, '192.0.2.1');
    await expect(refused).rejects.toThrow(StartError);
    await expect(refused).rejects.toThrow(
      /^HOST is "192\.0\.2\.1", which is no address of this machine\. [^\n]+\.$/,
    );
  });

  it('says what to set where the port is taken', async () => {
    const port = await listen(server(), 0, '127.0.0.1');
    const refused = listen(server(), port, '127.0.0.1');
    await expect(refused).rejects.toThrow(StartError);
    await expect(refused).rejects.toThrow(`Port ${port} is in use by another program.`);
  });
});
