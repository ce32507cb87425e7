import { parentPort } from 'node:worker_threads';
import { detectLanguage } from '../../parse/language.ts';

/** Says that it is there, then the language of one text after the other, in the order in which they come. */
parentPort!.postMessage(null);
parentPort!.on('message', (text: string) => parentPort!.postMessage(detectLanguage(text)));
