/**
 * One emoji as people see it, whatever it is made of: flags, keycaps, skin tones, families joined by zero-width joiners
 * (Unicode Technical Standard 51, 1.4.9). Signs such as © count only where they ask to be shown as an emoji.
 */
export const emoji =
  /\p{RI}\p{RI}|[0-9#*]\ufe0f?\u20e3|(?:\p{Emoji_Presentation}|\p{Emoji}\ufe0f|\p{Emoji_Modifier_Base}(?=[\u{1f3fb}-\u{1f3ff}]))[\u{1f3fb}-\u{1f3ff}]?(?:[\u{e0020}-\u{e007e}]+\u{e007f})?(?:\u200d\p{Emoji}\ufe0f?[\u{1f3fb}-\u{1f3ff}]?)*/gu;

/** The same emoji in another skin tone or without its variation selector is the same. */
export const bareEmoji = (text: string): string => text.replace(/[\ufe0f\u{1f3fb}-\u{1f3ff}]/gu, '');
