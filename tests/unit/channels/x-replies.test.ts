import { isXPolicy, type XRefusal } from '../../../src/channels/outcomes/x';

const refusal = (status: number, detail: string, type = ''): XRefusal => ({
  ...{ status, type, detail, resetAt: null },
});

test.each<[refusal: XRefusal, isRefused: boolean]>([
  [refusal(403, 'Reply to this conversation is not allowed because you have not been mentioned.'), true],
  [refusal(403, 'You are not permitted to perform this action.', 'client-forbidden'), true],
  [refusal(403, 'You are not allowed to create a Tweet with duplicate content.'), false],
  [refusal(403, 'Your account is suspended and is not permitted to perform this action.'), false],
  [refusal(400, 'text: too long'), false],
  [refusal(401, 'Unauthorized'), false],
])('Whether X refuses an answer as one: %j', (one, isRefused) => {
  expect(isXPolicy(one)).toBe(isRefused);
});
