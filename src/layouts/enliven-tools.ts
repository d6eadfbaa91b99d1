import { defineTool } from './tool-scripts.ts';
import { whenWanted } from './when-wanted.ts';

for (const tool of document.querySelectorAll<HTMLElement>('[data-tool]')) {
  whenWanted(tool, () => void defineTool(tool.dataset['tool']));
}
