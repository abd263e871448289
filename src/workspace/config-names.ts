/** The names under which a project's configuration is looked for, in this order. A door of its own: the host needs nothing else. */
export const CONFIG_NAMES = [
  'iamproof.config.jsonc',
  'iamproof.config.json',
  'iamproof.config.yaml',
  'iamproof.config.yml',
] as const;
