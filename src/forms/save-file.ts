/** How long a browser may take to save a file from its address, in milliseconds. */
const SAVING_TIME = 60_000;

/** Has the browser save `content` as a file called `name`. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), SAVING_TIME);
}
