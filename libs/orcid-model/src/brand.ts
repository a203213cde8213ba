declare const brand: unique symbol;

/** A value of `Base` that only the function named for it can make, so two kinds of text cannot be swapped. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
