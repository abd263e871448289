/** Text to typed documents with places and all problems at once, and back. YAML has a door of its own: `yaml.ts`. */
export { type CodeRow, PARSE_CODES, type ParseCode } from './codes.ts';
export { type NodeMemory, nodeMemory } from './node-memory.ts';
export { nodeOfValue } from './node-of-value.ts';
export { type ParsedPolicy, parsePolicy, parsePolicyDocument } from './parse-policy.ts';
export { GRAMMAR } from './policy-reader.ts';
export { policyValue, printPolicyDocument } from './print-policy.ts';
export { readWithoutPlaces } from './read-faultless.ts';
export { readJson } from './read-json.ts';
export { type ReadResult, tooLong } from './read-result.ts';
export { formatOf, type ReadOptions, readSource, type SourceFormat } from './read-source.ts';
export {
  type ArrayNode,
  kindWords,
  type Member,
  member,
  type ObjectNode,
  pointerStep,
  type ScalarNode,
  type SourceNode,
  toValue,
} from './source-node.ts';
