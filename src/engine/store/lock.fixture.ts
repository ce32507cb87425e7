import { acquireWriter } from './lock.ts';

/** A process that holds the writer's lock of the index in its first argument until its input ends. */
process.stdout.write(acquireWriter(process.argv[2]!) ? 'held\n' : 'refused\n');
process.stdin.resume();
