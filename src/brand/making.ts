// What makes rules: of kits, of packs, of what is published. The server loads it when something is first checked.
export { ruleSetOf } from './engine/rule-set';
export { expandKit } from './morphology/expand';
export { proposeKit } from './propose/propose';
export { rulesOf } from './rules';
export { unpack } from './vale/archive/unpack';
export { readPack } from './vale/pack';
export { packRules } from './vale/rules';
