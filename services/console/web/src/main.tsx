import { render } from 'preact';
import { App } from './app.js';
import { thisBrowser } from './device/browser.js';
import { claimDevice } from './device/device.js';

const root = document.getElementById('app');
if (root === null) throw new Error('the page has no #app');
render(<App device={await claimDevice(thisBrowser())} />, root);
