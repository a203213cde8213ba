import path from 'node:path';

/** Where the demo keeps its data between starts; ignored by git. */
export const DATA_FOLDER = path.resolve(process.env['LIGATURE_DATA'] ?? path.join(import.meta.dirname, '../../.data'));

/** A file of it, as somebody in this folder types it. */
export function inDataFolder(name: string, folder = DATA_FOLDER): string {
  return path.relative(process.cwd(), path.join(folder, name));
}
