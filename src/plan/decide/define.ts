import { DecideTool } from './decide-tool.ts';

customElements.define('decide-tool', DecideTool);
