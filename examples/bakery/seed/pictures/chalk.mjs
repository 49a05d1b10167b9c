import { at, ink, line } from './brush.mjs';

// Drawn and not typeset, so that the picture is the same on a machine without fonts.
const two = (chalk) => line('M20 62 C20 -6 132 -6 132 62 C132 104 60 138 18 198 L140 198', chalk, 34);
const nought = (chalk) => line('M78 12 C2 12 2 200 78 200 C154 200 154 12 78 12 Z', chalk, 34);
const ring = (x, y, chalk) =>
  line(
    `M${x} ${y - 40} C${x + 40} ${y - 40} ${x + 40} ${y + 40} ${x} ${y + 40} C${x - 40} ${y + 40} ${x - 40} ${y - 40} ${x} ${y - 40} Z`,
    chalk,
    25,
  );
const percent = (chalk) => ring(40, 52, chalk) + ring(190, 160, chalk) + line('M172 6 L58 206', chalk, 24);

/** “20 %” in chalk, 580 wide and 220 high from its upper left corner. */
export const twentyPercent = (x, y, { size = 1, chalk = ink.flour } = {}) =>
  at(x, y, two(chalk) + at(170, 0, nought(chalk)) + at(350, 0, percent(chalk)), { size });

/** A blackboard in a wooden frame. */
export const blackboard = (x, y, w, h) =>
  `<rect x="${x - 26}" y="${y - 26}" width="${w + 52}" height="${h + 52}" rx="10" fill="#8F5E3B"/>` +
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${ink.night}"/>`;
