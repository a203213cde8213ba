import path from 'node:path';

/** Where the demo keeps its data between starts; ignored by git. */
export const DATA_FOLDER = path.resolve(process.env['LIGATURE_DATA'] ?? path.join(import.meta.dirname, '../../.data'));
