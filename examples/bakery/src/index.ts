/** The bakery needs no code of its own: its content types are data, and the rest is the plugin's work. */
export default {};
