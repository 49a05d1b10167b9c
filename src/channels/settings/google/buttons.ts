/** What the button of a post with a link says (developers.google.com/my-business, localPosts, ActionType); a call has no address. */
export const googleButtons = ['LEARN_MORE', 'BOOK', 'ORDER', 'SHOP', 'SIGN_UP'] as const;
