/** What a list leaves out stands in the compiler's message. */
type Whole<Union, Listed> = [Union] extends [Listed]
  ? unknown
  : { readonly leftOut: Exclude<Union, Listed> };

/**
 * A list of all that a union has, in an order of the console's own: nothing of the server's lists comes into the
 * browser, and one that gains an entry leads here by the compiler.
 */
export function everyOne<Union extends string>() {
  return <const List extends readonly Union[]>(list: List & Whole<Union, List[number]>): List =>
    list;
}
