import { AfterList } from './after-list.ts';

customElements.define('after-list', AfterList);
