/** Messages in one language: ICU strings by id. */
export type Messages = Readonly<Record<string, string>>;

/** The same ids in another language. */
export type Catalogue<M extends Messages> = { readonly [Id in keyof M]: string };
