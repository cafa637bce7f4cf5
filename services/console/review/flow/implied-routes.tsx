/** What becomes of a node's other ends, which its definition need not say. */
export function ImpliedRoutes({ sentences }: { readonly sentences: readonly string[] }) {
  return sentences.map((sentence) => (
    <li key={sentence} className="soft">
      {sentence}
    </li>
  ));
}
