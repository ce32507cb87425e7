import { describe, expect, it } from 'vitest';
import { PortolanError } from '../../common/errors.ts';
import type { Handlers } from '../../engine/router.ts';
import { clientOf } from '../testing/client.ts';
import { testContext } from '../testing/context.ts';
import { entry, hit, relatedNote, relatedResult, searchResult } from '../testing/contract-data.ts';
import { Conversation } from './conversation.ts';
import { answerPiped } from './piped.ts';

function talk(handlers: Partial<Handlers>, input = '') {
  const client = clientOf(handlers);
  const world = testContext(client, input);
  return { ...world, conversation: new Conversation(client, world.context, 5) };
}

const tides: Partial<Handlers> = {
  related: async ({ note, unlinkedOnly }) => {
    if (!['Tides', 'Moon.md'].includes(note))
      throw new PortolanError('NOTE_NOT_FOUND', { name: note, hint: '' });
    return relatedResult(note, [relatedNote(unlinkedOnly ? 'Unlinked' : 'Moon')]);
  },
  search: async ({ query }) => searchResult([hit(`Found by ${query}`)], { coverage: 0.5 }),
};

describe('Conversation', () => {
  it('answers a name with related notes and anything else with a search', async () => {
    const { conversation, out } = talk(tides);
    await conversation.hear('Tides');
    expect(out.text).toMatch(/^Tides\nTides\.md\n\n 1 {2}Moon /);
    await conversation.hear('why is the sea salt');
    expect(out.text).toMatch(/“why is the sea salt”\n\n 1 {2}Found by why/);
    expect(out.text).toContain('50 % of the passages have vectors so far');
  });

  it('searches for a name on request, and for what is too long to be one', async () => {
    const { conversation, out } = talk(tides);
    await conversation.hear('?Tides');
    expect(out.text).toContain('Found by Tides');
    await conversation.hear('x'.repeat(5000));
    expect(out.text).toContain('Found by xxx');
  });

  it('goes on from a result by its number', async () => {
    const { conversation, out } = talk(tides);
    await conversation.hear('Tides');
    out.text = '';
    await conversation.hear('1');
    expect(out.text).toMatch(/^Moon\.md\n/);
  });

  it('shows an error and goes on', async () => {
    const { conversation, out, err } = talk(tides);
    await conversation.hear('[[Nowhere]]');
    expect(err.text).toMatch(
      /^portolan: There is no note called “Nowhere” in this vault\. {2}NOTE_NOT_FOUND\n/,
    );
    await conversation.hear('Tides');
    expect(out.text).toContain('Moon');
  });

  it('does not take a search for an answer where a name is ambiguous', async () => {
    const ambiguous = async () => {
      throw new PortolanError('NOTE_AMBIGUOUS', { name: 'Tides', count: 2, paths: 'a/Tides.md, b/Tides.md' });
    };
    const { conversation, out, err } = talk({ ...tides, related: ambiguous });
    await conversation.hear('Tides');
    expect(err.text).toContain('a/Tides.md, b/Tides.md');
    expect(out.text).toBe('');
  });

  it('obeys its commands', async () => {
    const { conversation, out } = talk({
      ...tides,
      ledger: async () => [entry('odd.md', { oddities: ['nul-bytes'] })],
    });
    await conversation.hear(':help');
    await conversation.hear(':status');
    await conversation.hear(':ledger');
    await conversation.hear(':nonsense');
    for (const shown of [
      'complete a note’s name',
      'Vault     /home',
      'odd: nul-bytes',
      'no command “:nonsense”',
    ])
      expect(out.text).toContain(shown);
    await conversation.hear(':unlinked');
    await conversation.hear('Tides');
    expect(out.text).toContain(' 1  Unlinked');
    expect(conversation.over).toBe(false);
    await conversation.hear(':quit');
    expect(conversation.over).toBe(true);
  });
});

describe('answerPiped', () => {
  it('answers every line, in order, to the end', async () => {
    const { conversation, context, out } = talk(tides, 'Tides\r\n\r\nsalt\r\n[[Nowhere]]\nsea');
    await answerPiped(conversation, context);
    expect(out.text.match(/^(Tides|“.*”)$/gm)).toEqual(['Tides', '“salt”', '“sea”']);
  });

  it('stops at :quit, and where nobody reads any more', async () => {
    const quit = talk(tides, ':quit\nTides\n');
    await answerPiped(quit.conversation, quit.context);
    expect(quit.out.text).toBe('');
    const gone = talk(tides, 'Tides\nsalt\n');
    gone.out.fail('EPIPE');
    await answerPiped(gone.conversation, gone.context);
    expect(gone.out.text).toBe('');
  });
});
