/** What reading another state of the project takes, loaded when a base is named. */
export { environmentReader } from '../../../workspace/index.ts';
