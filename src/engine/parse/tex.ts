import { BLANKS, doubled, LOOKS, SIGNS, scripted, UNSEEN } from './tex-symbols.ts';

/** A piece of a formula, and what a reader sees in its stead. */
export interface TexPiece {
  readonly start: number;
  readonly end: number;
  readonly shown: string;
}

/** What stands around an argument; whether in brackets, because it is longer than a word. */
interface Around {
  open(brackets: boolean): string;
  close(brackets: boolean): string;
}

interface Group {
  /** What its closing brace is shown as. */
  readonly close: string;
  /** The argument that follows. */
  readonly second: Around | null;
}

const BRACKETED: Around = { open: (b) => (b ? '(' : ''), close: (b) => (b ? ')' : '') };
const DENOMINATOR: Around = { ...BRACKETED, open: (b) => (b ? '/(' : '/') };
const FRACTION = [BRACKETED, DENOMINATOR] as const;
const CHOICE = [
  { open: () => 'C(', close: () => '' },
  { open: () => ', ', close: () => ')' },
] as const;
const ROOT: Around = { ...BRACKETED, open: (b) => (b ? '√(' : '√') };
const MODULO: Around = { open: () => '(mod ', close: () => ')' };
const OVER_ARROW: Around = { open: () => '—', close: () => '→' };
const OVER_BACK_ARROW: Around = { open: () => '←', close: () => '—' };

const COMMAND = /\\(?:([a-zA-Z]+)\*?|(.)|$)/suy;
/** A group this short is looked through before it is shown. */
const SHORT = 48;
/** An argument that nobody sees ends within so many characters, else it is shown. */
const LONGEST_UNSEEN = 200;
const SIMPLE = /^\s*(?:[\p{L}\p{N}.,']+|\\[a-zA-Z]+|.)\s*$/u;

/**
 * How a formula reads in a line of text: signs for commands (`\\alpha \\le \\mathbb{R}` is `α ≤ ℝ`), `a/b` for fractions,
 * x² for powers, and nothing for what is there for the eye's sake. Only the pieces that are shown differently, in order.
 * Formulas are data: whatever is in them, this takes time in proportion to their length, and never throws.
 */
export function readableTex(tex: string): TexPiece[] {
  return new Reading(tex).run();
}

class Reading {
  readonly #tex: string;
  readonly #pieces: TexPiece[] = [];
  readonly #groups: Group[] = [];

  constructor(tex: string) {
    this.#tex = tex;
  }

  run(): TexPiece[] {
    for (let at = 0; at < this.#tex.length; ) at = this.#next(at);
    return this.#pieces;
  }

  /** Reads what stands at an offset; answers where to go on, as all that read do. */
  #next(at: number): number {
    switch (this.#tex[at]) {
      case '\\':
        return this.#command(at);
      case '{':
        this.#groups.push({ close: '', second: null });
        return this.#show(at, at + 1, '');
      case '}':
        return this.#close(at);
      case '^':
      case '_':
        return this.#script(at, this.#tex[at] as '^' | '_');
      case '&':
      case '~':
        return this.#show(at, at + 1, ' ');
      default:
        return at + 1;
    }
  }

  #show(start: number, end: number, shown: string): number {
    this.#pieces.push({ start, end, shown });
    return end;
  }

  #close(at: number): number {
    const group = this.#groups.pop();
    if (group?.second) return this.#argument(at, at + 1, group.close, group.second, null);
    return this.#show(at, at + 1, group?.close ?? '');
  }

  /** Shows `before` and opens the argument that stands at `from`; of a bare one, all of it. */
  #argument(at: number, from: number, before: string, around: Around, second: Around | null): number {
    const first = this.#skipBlanks(from);
    if (this.#tex[first] === '{') {
      const brackets = !this.#isSimple(first);
      this.#show(at, first + 1, before + around.open(brackets));
      this.#groups.push({ close: around.close(brackets), second });
      return first + 1;
    }
    const token = this.#token(first);
    // A group that ends, or a command with arguments of its own: what it is given is read as it comes.
    if (!token || token === '}' || (token[0] === '\\' && !SIGNS.has(token.slice(1))))
      return this.#show(at, from, before + around.open(false));
    const sign = SIGNS.get(token.slice(1)) ?? token;
    const shown = before + around.open(false) + sign + around.close(false);
    const end = first + token.length;
    return second ? this.#argument(at, end, shown, second, null) : this.#show(at, end, shown);
  }

  #command(at: number): number {
    COMMAND.lastIndex = at;
    const found = COMMAND.exec(this.#tex);
    if (!found) return this.#show(at, at + 1, '');
    const end = COMMAND.lastIndex;
    const [, name, sign] = found;
    if (name === undefined) return this.#sign(at, end, sign ?? '');
    const symbol = SIGNS.get(name);
    if (symbol !== undefined) return this.#show(at, end, symbol);
    if (BLANKS.has(name)) return this.#show(at, end, ' ');
    if (LOOKS.has(name)) return this.#look(at, end, name);
    if (UNSEEN.has(name)) return this.#show(at, this.#afterArgument(end) ?? end, '');
    return this.#structure(at, end, name);
  }

  /** `\\{`, `\\%`, `\\,` and the like. */
  #sign(at: number, end: number, sign: string): number {
    if (sign === '\\') {
      const spaced = /^\s*\[[^\]\n]{0,20}\]/.exec(this.#tex.slice(end, end + 40));
      const after = end + (spaced?.[0].length ?? 0);
      const ends = /^[ \t]*(?:\r?\n|$)/.test(this.#tex.slice(after, after + 40));
      return this.#show(at, after, ends ? '' : '; ');
    }
    if (/[,;:> \n]/.test(sign)) return this.#show(at, end, ' ');
    if (/[!/()[\]<]/.test(sign)) return this.#show(at, end, '');
    return this.#show(at, end, sign === '|' ? '‖' : sign);
  }

  /** `\\left.` is a bracket that is not there. */
  #look(at: number, end: number, name: string): number {
    const silent = (name === 'left' || name === 'right') && this.#tex[end] === '.';
    return this.#show(at, silent ? end + 1 : end, '');
  }

  #structure(at: number, end: number, name: string): number {
    switch (name) {
      case 'begin':
      case 'end': {
        const after = this.#afterArgument(end) ?? end;
        const columns = /^\{(?:array|tabular|alignat|alignedat)\*?\}/.test(this.#tex.slice(end, end + 14));
        return this.#show(at, (columns && name === 'begin' && this.#afterArgument(after)) || after, ' ');
      }
      case 'frac':
      case 'dfrac':
      case 'tfrac':
      case 'cfrac':
        return this.#argument(at, end, '', ...FRACTION);
      case 'binom':
      case 'dbinom':
      case 'tbinom':
        return this.#argument(at, end, '', ...CHOICE);
      case 'sqrt': {
        const root = /^\s*\[[^\]\n]{0,20}\]/.exec(this.#tex.slice(end, end + SHORT));
        return this.#argument(at, end + (root?.[0].length ?? 0), '', ROOT, null);
      }
      case 'mathbb':
      case 'mathbbm':
      case 'Bbb': {
        const letter = /^\s*(?:\{\s*([\w])\s*\}|([\w]))/.exec(this.#tex.slice(end, end + 12));
        if (!letter) return this.#show(at, end, '');
        return this.#show(at, end + letter[0].length, doubled((letter[1] ?? letter[2])!));
      }
      case 'textcolor':
      case 'colorbox':
        return this.#show(at, this.#afterArgument(end) ?? end, '');
      case 'pmod':
        return this.#argument(at, end, '', MODULO, null);
      case 'xrightarrow':
        return this.#argument(at, end, '', OVER_ARROW, null);
      case 'xleftarrow':
        return this.#argument(at, end, '', OVER_BACK_ARROW, null);
      case 'bmod':
      case 'mod':
        return this.#show(at, end, ' mod ');
      case 'not':
        return this.#not(at, end);
      default:
        // A function (\log), or a command of the note's own: its name says what it is.
        this.#show(at, at + 1, this.#endsWord(at) ? ' ' : '');
        return end;
    }
  }

  #script(at: number, mark: '^' | '_'): number {
    const brace = this.#skipBlanks(at + 1);
    if (this.#tex[brace] !== '{') {
      const token = this.#token(brace);
      const small =
        mark === '^' && token === '\\circ'
          ? '°'
          : mark === '^' && token === '\\prime'
            ? '′'
            : scripted(mark, token);
      if (small !== null) return this.#show(at, brace + token.length, small);
      return at + 1;
    }
    const inside = this.#inside(brace);
    const small = inside === null ? null : scripted(mark, inside.trim());
    if (inside !== null && small !== null) return this.#show(at, brace + inside.length + 2, small);
    const brackets = !this.#isSimple(brace);
    this.#groups.push({ close: BRACKETED.close(brackets), second: null });
    return this.#show(at, brace + 1, mark + BRACKETED.open(brackets));
  }

  #not(at: number, end: number): number {
    const next = this.#skipBlanks(end);
    const token = this.#token(next);
    const negated = NEGATED.get(token);
    return negated ? this.#show(at, next + token.length, negated) : this.#show(at, end, 'not ');
  }

  #skipBlanks(at: number): number {
    let to = at;
    while (to < at + SHORT && /\s/.test(this.#tex[to] ?? '')) to++;
    return to;
  }

  /** One character or command. */
  #token(at: number): string {
    if (this.#tex[at] !== '\\')
      return String.fromCodePoint(...[this.#tex.codePointAt(at)].filter((c) => c !== undefined));
    COMMAND.lastIndex = at;
    return COMMAND.exec(this.#tex)?.[0] ?? '\\';
  }

  /** What stands between the brace at `at` and its other one, where that is near and there is no brace inside. */
  #inside(at: number): string | null {
    const piece = this.#tex.slice(at + 1, at + SHORT);
    const end = piece.search(/[{}]/);
    return end >= 0 && piece[end] === '}' ? piece.slice(0, end) : null;
  }

  #isSimple(brace: number): boolean {
    const inside = this.#inside(brace);
    return inside !== null && SIMPLE.test(inside);
  }

  /** Where the argument in braces at `at` ends; null where there is none. */
  #afterArgument(at: number): number | null {
    const found = /^\s*(?:\{[^{}]*\}|\[[^[\]]*\])/.exec(this.#tex.slice(at, at + LONGEST_UNSEEN));
    return found ? at + found[0].length : null;
  }

  /** Whether a letter stands right before: `2\\log n` is not one word. */
  #endsWord(at: number): boolean {
    return /[\p{L}\p{N}]/u.test(this.#tex[at - 1] ?? '');
  }
}

const NEGATED = new Map([
  ['=', '≠'],
  ['<', '≮'],
  ['>', '≯'],
  ['\\in', '∉'],
  ['\\subset', '⊄'],
  ['\\subseteq', '⊈'],
  ['\\equiv', '≢'],
  ['\\approx', '≉'],
  ['\\sim', '≁'],
  ['\\exists', '∄'],
]);
