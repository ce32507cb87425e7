import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * Who may use this host: the browser that was given the address with the token, and no page but its own.
 *
 * Browsers send cookies to every port of a machine. So this one is only sent to a path that nobody else knows:
 * another server on this machine never gets to see it.
 */
export class Access {
  readonly #port: number;
  readonly #secret = random();
  readonly #tickets = new Set<string>();
  readonly token = random();
  /** Where everything lies: `/…/`. */
  readonly base = `/${random()}/`;

  constructor(port: number) {
    this.#port = port;
  }

  /** The address to print; the token in it is exchanged for a cookie, as often as somebody opens it. */
  get address(): string {
    return this.#addressWith(this.token);
  }

  /**
   * An address for one opening. Other people of this machine can see what a browser is started with; by the time they
   * have read it, it is worth nothing.
   */
  addressOnce(): string {
    const ticket = random();
    this.#tickets.add(ticket);
    return this.#addressWith(ticket);
  }

  get cookie(): string {
    return `${this.#name}=${this.#secret}; Path=${this.base}; HttpOnly; SameSite=Strict`;
  }

  /** Whether the request is meant for this host, and not for a name that was made to lead here. */
  isForUs({ headers }: IncomingMessage): boolean {
    return headers.host === `127.0.0.1:${this.#port}` || headers.host === `localhost:${this.#port}`;
  }

  /** Whether the request comes from a page of this host. Only browsers say, and only of some requests. */
  isFromOurPage({ headers }: IncomingMessage): boolean {
    return headers.origin === `http://${headers.host}`;
  }

  /** Whether the address has a token that may be exchanged; one for a single opening is used up by this. */
  exchanges(url: URL): boolean {
    if (url.pathname !== '/') return false;
    const given = url.searchParams.get('token') ?? '';
    const ticket = [...this.#tickets].find((each) => isSame(each, given));
    if (ticket !== undefined) return this.#tickets.delete(ticket);
    return isSame(given, this.token);
  }

  hasCookie({ headers }: IncomingMessage): boolean {
    const wanted = `${this.#name}=`;
    const found = (headers.cookie ?? '').split('; ').filter((pair) => pair.startsWith(wanted));
    return found.length === 1 && isSame(found[0]!.slice(wanted.length), this.#secret);
  }

  #addressWith(token: string): string {
    return `http://127.0.0.1:${this.#port}/?token=${token}`;
  }

  /** Cookies of several hosts, each with its port, do not overwrite one another. */
  get #name(): string {
    return `portolan-${this.#port}`;
  }
}

const random = () => randomBytes(24).toString('base64url');

/** Compares in a time that tells nothing about where they differ. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
