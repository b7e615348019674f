/** The world outside a command: streams, working folder, exit codes. */
import type { Readable, Writable } from 'node:stream';

/** What a command may touch of the world, besides files. */
export interface Terminal {
  stdin: Readable;
  /** Colours and the progress bar appear when `isTTY` says that somebody looks. */
  stdout: Writable & { isTTY?: boolean };
  stderr: Writable & { isTTY?: boolean };
  /** The folder that relative paths start from. */
  cwd: string;
}

/** Exit codes: all was done; some input failed; wrong usage. */
export const DONE = 0;
export const FAILED = 1;
export const WRONG_USAGE = 2;

/**
 * Writes to a stream and waits until it is written. A reader who has gone away (`| head`) is no error; a full disk is.
 *
 * @param stream one whose `error` events somebody listens to
 * @param content what to write
 */
export function writeStream(stream: Writable, content: string): Promise<void> {
  return new Promise((done, fail) => {
    stream.write(content, (error) => {
      const code = (error as NodeJS.ErrnoException | null | undefined)?.code;
      if (!error || code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') done();
      else fail(error);
    });
  });
}
