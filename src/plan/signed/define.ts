import { WhatSigned } from './what-signed.ts';

customElements.define('what-signed', WhatSigned);
