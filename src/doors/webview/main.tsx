// First, and before the rest: it must run before any schema is made.
import './jitless';
import { Session } from './session';

const page = document.getElementById('page');
if (page) new Session(page, acquireVsCodeApi()).start();
