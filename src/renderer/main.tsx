import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { showTheme } from './app/appearance.ts';
import { connect } from './connect/connect.ts';
import './ui/tokens.css';
import './ui/base.css';

showTheme();
createRoot(document.getElementById('root')!).render(<App connection={connect()} />);
