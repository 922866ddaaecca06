import './connection';
import { render } from 'preact';
import { App } from './app';
import { registerToolkit } from './components/toolkit';
import { host } from './connection';
import { keepChordsOutOfFields } from './keyChords';
import './styles/main.css';
import { warmUp } from './warmUp';

registerToolkit();
const root = document.getElementById('root');
if (root !== null) {
  render(<App host={host} />, root);
}

keepChordsOutOfFields(document);
warmUp(document.documentElement.lang);
