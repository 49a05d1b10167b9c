export { correctionView } from './correct';
export { standingHold } from './hold';
export { receiptView, recallView } from './recall';
