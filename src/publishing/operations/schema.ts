export { standingHold } from './hold';
export { receiptView, recallView } from './recall';
