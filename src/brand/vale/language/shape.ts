/** Code stands as stars in the text that rules read. */
export const isCode = (text: string): boolean => /^[*@]*$/.test(text);
