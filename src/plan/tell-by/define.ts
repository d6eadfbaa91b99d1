import { TellBy } from './tell-by-tool.ts';

customElements.define('tell-by', TellBy);
