import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { showTheme } from './app/appearance.ts';
import { connect } from './connect/connect.ts';
import { warmRenderer } from './features/reader/index.ts';
import './ui/tokens.css';
import './ui/base.css';

showTheme();
// It is loaded and read beside the page, on a thread of its own: the first note does not wait for it then.
warmRenderer();
createRoot(document.getElementById('root')!).render(<App connection={connect()} />);
