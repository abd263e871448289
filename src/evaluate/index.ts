/** The meaning of IAM: policies and a request in, decision and trace out. */
export { evaluate } from './evaluate.ts';
