/** @returns how to stop it */
export declare function startPostgres(): Promise<() => Promise<void>>;
