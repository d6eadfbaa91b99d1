import { SayIt } from './say-it.ts';

customElements.define('say-it', SayIt);
