interface PolicyFactory {
  createPolicy(name: 'default', rules: { createHTML: (html: string) => string }): unknown;
}

/**
 * Lets libraries empty an element by `innerHTML = ''` (react-aria's live announcer does), and nothing else: all
 * other markup and every script made of a string is refused by the page's policy.
 */
export function allowOnlyEmptyMarkup(page: object): void {
  if (!hasFactory(page)) return;
  page.trustedTypes.createPolicy('default', {
    createHTML(html) {
      if (html === '') return html;
      throw new TypeError('no markup is made of strings');
    },
  });
}

function hasFactory(page: object): page is { readonly trustedTypes: PolicyFactory } {
  return 'trustedTypes' in page;
}
