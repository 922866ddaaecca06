import { render } from 'preact';
import { App } from './app';
import { registerToolkit } from './components/toolkit';
import { connectHost } from './connectHost';
import { keepChordsOutOfFields } from './keyChords';
import './styles/main.css';
import { warmUp } from './warmUp';

registerToolkit();
const root = document.getElementById('root');
if (root !== null) {
  render(<App host={connectHost()} />, root);
  warmUp(root, document.documentElement.lang);
}

keepChordsOutOfFields(document);
