import { askAhead } from './app/ask-ahead.ts';
import { showTheme } from './app/theme.ts';
import { connect } from './connect/connect.ts';
import { growing, isMdx, warmRenderer } from './features/reader/note/growing.ts';
import { ahead } from './state/ahead.ts';
import './ui/tokens.css';
import './ui/base.css';

// What the bench tells the parts of a start by; it costs nothing.
performance.mark('portolan:asking');
showTheme();
// It is loaded and read beside the page, on a thread of its own: the first note does not wait for it then.
warmRenderer();
const connection = askAhead(ahead, connect(), (note) => {
  performance.mark('portolan:note');
  ahead.atEnd(growing(note.text, isMdx(note.note.path)).subscribe(() => {}));
});
// This little is there first, so that the answers are on their way while the rest of the page is read. Not awaited: the
// rest imports from here, and would wait in turn.
void import('./mount.tsx').then(({ mount }) => {
  performance.mark('portolan:read');
  mount(connection);
});
