/** Proportions that people know by name, width to height, from tall to wide. */
export const proportions = {
  '9:16': 9 / 16,
  '2:3': 2 / 3,
  '4:5': 4 / 5,
  '1:1': 1,
  '16:9': 16 / 9,
  '1.91:1': 1.91,
} as const;
export type Proportion = keyof typeof proportions;
export const proportionNames = Object.keys(proportions) as [Proportion, ...Proportion[]];

/** Width to height. */
export const ratioOf = ({ ratio }: { readonly ratio: Proportion }): number => proportions[ratio];
