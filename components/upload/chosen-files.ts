/** A file and the path it was chosen by. */
export interface ChosenFile {
  readonly file: File;
  readonly path: string;
}

/** More than this at once is taken in parts, so that the page stays quick. */
export const MAX_FILES = 200;

/** Deeper or wider folders are no folders of logs. */
const MAX_WALKED = 5_000;

/** Files from a file field; a chosen folder gives paths. */
export const filesOf = (list: FileList | null): ChosenFile[] =>
  [...(list ?? [])].map((file) => ({ file, path: file.webkitRelativePath || file.name })).filter(isVisible);

/** Files that were dropped, with all that is in dropped folders. Call it while the drop event is handled. */
export async function droppedFiles(transfer: DataTransfer): Promise<ChosenFile[]> {
  // The list is emptied as soon as the event is over, so the entries are taken out of it first.
  const items = [...transfer.items].filter((item) => item.kind === "file");
  const entries = items.map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  const found: ChosenFile[] = [];
  for (const entry of entries) {
    if (entry instanceof File) found.push({ file: entry, path: entry.name });
    else if (entry !== null) await walk(entry, found);
  }
  return found.filter(isVisible);
}

/** ".DS_Store" and its like come with every folder. */
const isVisible = ({ path }: ChosenFile): boolean => !path.split("/").some((part) => part.startsWith("."));

async function walk(entry: FileSystemEntry, found: ChosenFile[]): Promise<void> {
  if (found.length >= MAX_WALKED) return;
  if (isFile(entry)) {
    const file = await new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)));
    if (file) found.push({ file, path: entry.fullPath.replace(/^\//, "") });
  }
  if (isFolder(entry)) for (const inner of await listFolder(entry)) await walk(inner, found);
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

async function listFolder(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  // It answers in parts, and with an empty one at the end.
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (part.length === 0) return all;
    all.push(...part);
  }
}
