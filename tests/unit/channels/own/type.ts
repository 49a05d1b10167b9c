/** A type of channel as the code of an app defines it, but for what the case is about. */
export const noticeBoard = (changes: object = {}) => ({
  type: 'notice-board',
  label: 'Notice board',
  rules: {
    text: { graphemes: { max: 120 }, utf8Bytes: { max: 400 } },
    pictures: { max: 1, alt: 'required' },
    link: 'field',
    title: { graphemes: { max: 40 } },
  },
  settings: [
    { name: 'address', label: 'Address of the board', kind: 'url', hint: 'As the shop shows it' },
    { name: 'days', label: 'Days that a notice hangs', kind: 'number', required: false },
    { name: 'big', label: 'In large letters', kind: 'yes-no' },
  ],
  secret: [{ name: 'pin', label: 'PIN of the board' }],
  adapter: () => ({
    inDoubt: 'ask',
    test: async () => ({ state: 'ready', message: 'The board hangs.' }),
    deliver: async () => ({ kind: 'delivered', remoteId: '1', url: null }),
  }),
  ...changes,
});
